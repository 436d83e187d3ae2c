import type { PageDefinition } from '@/schemas/page'
import { eq, pageVersion } from '@/src/db'
import { isShown } from '@/src/document'
import type { AppContext } from '../context'

/** A published version's definition; undefined when no such version was ever published. */
export async function readVersion(ctx: AppContext, hash: string): Promise<PageDefinition | undefined> {
  const known = ctx.versions.get(hash)
  if (known) return known
  const [row] = await ctx.db.read
    .select({ definition: pageVersion.definition })
    .from(pageVersion)
    .where(eq(pageVersion.hash, hash))
  if (row) ctx.versions.set(hash, row.definition)
  return row?.definition
}

/** The id of the tool that each block plays which members see at that instant, by the block's id. */
export function toolsOfBlocks(definition: PageDefinition, at: Date): Map<string, string> {
  const bound = Object.values(definition.blocks).flatMap((block) =>
    block.tool && isShown(definition, block.id, at.getTime()) ? [[block.id, block.tool.id] as const] : [],
  )
  return new Map(bound)
}
