import { type Tx, toolVersion } from '@/src/db'

/** Keeps a tool's configuration as it is at a revision: what was drawn by it can be drawn again. */
export async function keepVersion(tx: Tx, version: typeof toolVersion.$inferInsert): Promise<void> {
  await tx.insert(toolVersion).values(version)
}
