import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import pg from 'pg'
import {
  type Change,
  decoded,
  encoded,
  type Field,
  fieldOf,
  fieldsOf,
  type Insertion,
  insertedFields,
  type Lookup,
  type RunsLookups,
  type RunsWrites,
} from './statements'
import { assignments, list, names, onConflict, tail } from './statements.text'

interface Written {
  /** The name it is prepared under, once on each connection. */
  name: string
  text: string
  bound: Field[]
  read: Field[]
}

const dialect = new PgDialect()
const written = new WeakMap<object, Written>()
let count = 0

function writtenOf(declared: object, write: () => { text: SQL; bound: Field[]; read?: Field[] }): Written {
  const known = written.get(declared)
  if (known) return known
  const { text, bound, read = [] } = write()
  const query = dialect.sqlToQuery(text)
  if (query.params.length > 0) throw new Error('a statement holds a value of its own')
  const made = { name: `set_${++count}`, text: query.sql, bound, read }
  written.set(declared, made)
  return made
}

/**
 * Runs statements over a set as one, prepared: rows go over as one array for each column, so the
 * text is the same however many there are.
 */
export function postgresStatements(client: pg.Pool | pg.ClientBase): RunsLookups & RunsWrites {
  const run = async ({ name, text, bound }: Written, rows: readonly unknown[]) => {
    const values = bound.map((field) => rows.map((row) => encoded(field, row as Record<string, unknown>)))
    return client.query<unknown[]>({ name, text, values, rowMode: 'array', types })
  }
  const write = async (statement: () => Written, rows: readonly unknown[]) =>
    rows.length === 0 ? 0 : ((await run(statement(), rows)).rowCount ?? 0)

  return {
    find: async <Key, Row>(declared: Lookup<Key, Row>, keys: readonly Key[]) => {
      if (keys.length === 0) return []
      const statement = writtenOf(declared, () => selectText(declared))
      const { rows } = await run(statement, keys)
      return rows.map((row) => decoded(statement.read, row) as Row)
    },
    put: (declared, rows) => write(() => writtenOf(declared, () => insertText(declared)), rows),
    change: (declared, rows) => write(() => writtenOf(declared, () => updateText(declared)), rows),
  }
}

// Instants are left as text, which is what the columns' decoders of the query builder expect.
const types = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    id === pg.types.builtins.TIMESTAMPTZ
      ? (text: string) => text
      : pg.types.getTypeParser(id, format as 'text')) as typeof pg.types.getTypeParser,
}

/** The rows handed over, as a table of its own called `given`, with their place. */
function given(bound: readonly Field[]): SQL {
  const arrays = bound.map(({ column }, i) => sql.raw(`$${i + 1}::${column.getSQLType()}[]`))
  return sql`unnest(${list(arrays)}) with ordinality as given(${list([...bound.map(({ name }) => sql`${sql.identifier(name)}`), sql`place`])})`
}

const givenOf = ({ name }: Field) => sql`given.${sql.identifier(name)}`

const sameKey = (key: readonly Field[], table: SQL) =>
  sql.join(
    key.map((field) => sql`${table}.${sql.identifier(field.column.name)} = ${givenOf(field)}`),
    sql` and `,
  )

function selectText<Key, Row>({ table, by, columns, where, orderBy }: Lookup<Key, Row>) {
  const bound = fieldsOf(table, by)
  const read = fieldsOf(table, columns)
  const order = orderBy.length > 0 ? list([sql`given.place`, ...orderBy]) : undefined
  const text = sql`select ${list(read.map(({ column }) => column))} from ${given(bound)}
    join ${table} on ${sameKey(bound, sql`${table}`)}${tail(sql` where `, where)}${tail(sql` order by `, order)}`
  return { text, bound, read }
}

function insertText<Row>(declared: Insertion<Row>) {
  const bound = insertedFields(declared.table)
  // In the order given, so that processes that write the same keys wait for each other and never in a ring.
  const text = sql`insert into ${declared.table} (${names(bound)})
    select ${list(bound.map(givenOf))} from ${given(bound)} order by given.place${onConflict(declared)}`
  return { text, bound }
}

function updateText<Given>({ table, by, given: others, set, setWhere }: Change<Given>) {
  const key = fieldsOf(table, by)
  const bound = [...key, ...Object.entries(others).map(([name, column]) => fieldOf(name, column))]
  const values = Object.fromEntries(bound.map((field) => [field.name, givenOf(field)]))
  // An update locks rows in whatever order its plan meets them: so they are locked in theirs first.
  const locked = sql`select given.* from ${given(bound)}
    join ${table} as held on ${sameKey(key, sql`held`)} order by given.place for no key update of held`
  const text = sql`update ${table} set ${assignments(table, set(values))} from (${locked}) as given
    where ${sameKey(key, sql`${table}`)}${tail(sql` and `, setWhere?.(values))}`
  return { text, bound }
}
