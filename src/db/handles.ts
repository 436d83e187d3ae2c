import type { PgDatabase, PgQueryResultHKT, PgSelectBase, PgTable } from 'drizzle-orm/pg-core'
import type {
  GetSelectTableName,
  GetSelectTableSelection,
  SelectMode,
} from 'drizzle-orm/query-builders/select.types'
import type { ColumnsSelection, SQL } from 'drizzle-orm/sql'
import type { Subquery } from 'drizzle-orm/subquery'
import type { RunsLookups, RunsWrites } from './statements'

type Any = PgDatabase<PgQueryResultHKT>

// `for` would lock rows, which only PostgreSQL can: it is taken out of the type from the start.
type Selected<
  Name extends string | undefined,
  Selection extends ColumnsSelection,
  Mode extends SelectMode,
> = Omit<
  PgSelectBase<
    Name,
    Selection,
    Mode,
    Name extends string ? Record<Name, 'not-null'> : Record<never, never>,
    false,
    'for'
  >,
  'for'
>

type Source = PgTable | Subquery | SQL

interface SelectFrom {
  from<From extends Source>(
    source: From,
  ): Selected<GetSelectTableName<From>, GetSelectTableSelection<From>, 'single'>
}

interface SelectFieldsFrom<Fields extends ColumnsSelection> {
  from<From extends Source>(source: From): Selected<GetSelectTableName<From>, Fields, 'partial'>
}

interface Select {
  (): SelectFrom
  <Fields extends ColumnsSelection>(fields: Fields): SelectFieldsFrom<Fields>
}

/** Reads. What it cannot do, such as write or lock, does not compile. */
export interface ReadDb extends RunsLookups {
  select: Select
  selectDistinct: Select
}

/** Reads and writes, inside one transaction. Hand it on: transactions do not nest. */
export interface Tx extends ReadDb, RunsWrites {
  insert: Any['insert']
  update: Any['update']
  delete: Any['delete']
}

export interface Database {
  read: ReadDb
  /**
   * Runs `work` on a connection of its own whose reads all see the database as it is at one instant,
   * however long they take. Nobody waits for it.
   */
  snapshot: <T>(work: (read: ReadDb) => Promise<T>) => Promise<T>
  /**
   * Runs `work` in one transaction: all of it happens, or nothing. Throws when it is called
   * inside another. On PostgreSQL `work` runs again after a deadlock, so it must have no effect
   * outside the transaction.
   */
  transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Rejects when the database cannot be reached, or lacks a migration or a trigger. */
  assertReady: () => Promise<void>
  migrate: () => Promise<void>
  /** Runs `work` while no other process of the installation does the same. May use transactions. */
  exclusively: <T>(work: () => Promise<T>) => Promise<T>
  /** How many migrations this build knows: a database made beside by another build may not fit. */
  migrationCount: number
  /**
   * Another database of this installation, with the same tables and apart from this one in
   * everything. It is made by its `migrate`, and closed with this one.
   */
  beside: (name: string) => Database
  /** Deletes a database beside with all it holds. This process must have closed it. */
  dropBeside: (name: string) => Promise<void>
  close: () => Promise<void>
}

/**
 * The query builder of either dialect, and what runs declared statements beside it, as our handle.
 * The one cast there is: at run time the builder is a Tx and more, but its types name its dialect,
 * and offer what the other one lacks.
 */
export function handleOf(builder: object, statements: RunsLookups & RunsWrites): Tx {
  return Object.assign(builder, statements) as unknown as Tx
}
