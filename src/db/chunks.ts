/*
 * A statement takes 32,766 parameters on SQLite and 65,535 on PostgreSQL. With so many rows in each,
 * no table of ours comes near that, and one more statement costs nothing beside them.
 */
const ROWS_PER_STATEMENT = 500

/** The rows in their order, in parts that fit into one statement each; none for no rows. */
export function chunksOf<Row>(rows: readonly Row[]): Row[][] {
  const chunks: Row[][] = []
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    chunks.push(rows.slice(at, at + ROWS_PER_STATEMENT))
  }
  return chunks
}
