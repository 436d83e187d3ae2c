import { Column, getTableColumns, is, SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/*
 * Statements of the hot path. They are declared once, as data that knows no dialect, and a handle
 * runs them over whole sets of rows, prepared on its connection. Values go through the columns'
 * own encoders, so that a row means the same as through the query builder.
 */

type Names<T extends PgTable> = keyof T['$inferSelect'] & string

/** Rows found by their keys. */
export interface Lookup<Key, Row> {
  table: PgTable
  by: string[]
  columns: string[]
  where: SQL | undefined
  orderBy: SQL[]
  /** Never there: what a key and a row are made of. */
  types?: [key: Key, row: Row]
}

/**
 * Declares how rows of a table are found by some of its columns. `columns` says which are read,
 * else all; `where` leaves rows out; `orderBy` is the order of the rows of one key.
 */
export function lookup<T extends PgTable, By extends Names<T>, Read extends Names<T> = Names<T>>(
  table: T,
  by: readonly By[],
  o: { columns?: readonly Read[]; where?: SQL; orderBy?: (SQL | Column)[] } = {},
): Lookup<Pick<T['$inferSelect'], By>, Pick<T['$inferSelect'], Read>> {
  return {
    table,
    by: [...by],
    columns: [...(o.columns ?? Object.keys(getTableColumns(table)))],
    where: o.where,
    orderBy: (o.orderBy ?? []).map((each) => (is(each, SQL) ? each : each.getSQL())),
  }
}

/** What happens to a row whose key is there already: nothing, or `set` where `setWhere` holds. */
interface Conflict {
  target: string[]
  set: Record<string, SQL>
  setWhere: SQL | undefined
}

/** Rows put into a table. */
export interface Insertion<Row> {
  table: PgTable
  conflict: 'fails' | 'leaves' | Conflict
  types?: Row
}

/**
 * Declares how rows are put into a table. One whose key is there already fails the statement,
 * unless it is said to be left as it is, or to be changed.
 */
export function insertion<T extends PgTable>(
  table: T,
  conflict:
    | 'fails'
    | 'leaves'
    | { target: Names<T>[]; set: { [Name in Names<T>]?: SQL }; setWhere?: SQL } = 'fails',
): Insertion<T['$inferInsert']> {
  if (typeof conflict === 'string') return { table, conflict }
  const { target, set, setWhere } = conflict
  return { table, conflict: { target, set: set as Record<string, SQL>, setWhere } }
}

/** Rows of a table changed by their keys, as far as each is still as `setWhere` wants it. */
export interface Change<Given> {
  table: PgTable
  by: string[]
  /** What is given with each row beside its key, and the column that encodes it. */
  given: Record<string, Column>
  set: (given: Record<string, SQL>) => Record<string, SQL>
  setWhere: ((given: Record<string, SQL>) => SQL | undefined) | undefined
  types?: Given
}

/**
 * Declares a guarded change of rows by their key; a set holds each key once. `given` names what comes with each row, by the
 * column it is encoded like; `set` and `setWhere` are made of these and of the table's columns.
 */
export function change<T extends PgTable, By extends Names<T>, With extends Record<string, Column>>(
  table: T,
  by: readonly By[],
  o: {
    given: With
    set: (given: { [Name in keyof With]: SQL }) => { [Name in Names<T>]?: SQL }
    setWhere?: (given: { [Name in keyof With]: SQL }) => SQL | undefined
  },
): Change<Pick<T['$inferSelect'], By> & { [Name in keyof With]: With[Name]['_']['data'] }> {
  return { table, by: [...by], ...o } as Change<never>
}

/** What a handle that only reads runs. */
export interface RunsLookups {
  /** The rows of these keys; of a key that is not there, none. */
  find: <Key, Row>(statement: Lookup<Key, Row>, keys: readonly Key[]) => Promise<Row[]>
}

/** What a transaction runs beside. Both answer how many rows were written, in the order given. */
export interface RunsWrites {
  put: <Row>(statement: Insertion<Row>, rows: readonly Row[]) => Promise<number>
  change: <Given>(statement: Change<Given>, rows: readonly Given[]) => Promise<number>
}

/** One value of a row on its way to the database and back. */
export interface Field {
  name: string
  column: Column
  /** Undefined where the driver takes and gives the value as it is. */
  encode: ((value: unknown) => unknown) | undefined
  decode: ((value: unknown) => unknown) | undefined
}

export function fieldOf(name: string, column: Column): Field {
  const { mapToDriverValue, mapFromDriverValue } = Column.prototype
  return {
    name,
    column,
    encode:
      column.mapToDriverValue === mapToDriverValue ? undefined : (value) => column.mapToDriverValue(value),
    decode:
      column.mapFromDriverValue === mapFromDriverValue
        ? undefined
        : (value) => column.mapFromDriverValue(value),
  }
}

export function fieldsOf(table: PgTable, names: readonly string[]): Field[] {
  const columns: Record<string, Column> = getTableColumns(table)
  return names.map((name) => {
    const column = columns[name]
    if (!column) throw new Error(`there is no column ${name}`)
    return fieldOf(name, column)
  })
}

/** Every column of a table, to be inserted. A default only the database knows cannot be sent. */
export function insertedFields(table: PgTable): Field[] {
  const fields = fieldsOf(table, Object.keys(getTableColumns(table)))
  for (const { name, column } of fields)
    if (is(column.default, SQL)) throw new Error(`${name} has a default of the database's own`)
  return fields
}

export function encoded({ name, column, encode }: Field, row: Record<string, unknown>): unknown {
  let value = row[name]
  if (value === undefined) value = column.defaultFn ? column.defaultFn() : column.default
  if (value === undefined || value === null) return null
  return encode ? encode(value) : value
}

/** A row as the query builder would answer it. */
export function decoded(fields: readonly Field[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (let i = 0; i < fields.length; i++) {
    const { name, decode } = fields[i] as Field
    const value = values[i]
    row[name] = decode && value !== null ? decode(value) : value
  }
  return row
}
