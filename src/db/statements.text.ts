import { type Column, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { type Field, fieldsOf, type Insertion } from './statements'

/* The parts of statements that both dialects write alike. */

export const list = (parts: (SQL | Column)[]) => sql.join(parts, sql`, `)

/** Columns by their bare names, as where they are written to. */
export const names = (fields: readonly Field[]) =>
  list(fields.map(({ column }) => sql`${sql.identifier(column.name)}`))

/** `part` behind `lead`; nothing when there is none. */
export const tail = (lead: SQL, part: SQL | undefined) => (part ? sql`${lead}${part}` : sql``)

export function assignments(table: PgTable, set: Record<string, SQL>): SQL {
  const fields = fieldsOf(table, Object.keys(set))
  return list(fields.map(({ name, column }) => sql`${sql.identifier(column.name)} = ${set[name]}`))
}

export function onConflict<Row>({ table, conflict }: Insertion<Row>): SQL {
  if (conflict === 'fails') return sql``
  if (conflict === 'leaves') return sql` on conflict do nothing`
  const { target, set, setWhere } = conflict
  return sql` on conflict (${names(fieldsOf(table, target))}) do update set ${assignments(table, set)}${tail(sql` where `, setWhere)}`
}
