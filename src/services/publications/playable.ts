import { eq, publication, replacedVersion } from '@/src/db'
import { blockOf, isShown } from '@/src/document'
import type { AppContext } from '../context'
import { readVersion } from './version'

/** How long a page that lies open keeps what was taken off it. */
const GRACE_MS = 30 * 60 * 1000
/** How long what was found counts: as soon as a suspension, a removal reaches every process. */
const FRESH_MS = 1000

/** A block of a version a phone may have open, and the tool it played there. */
interface BlockOfVersion {
  version: string
  blockId: string
  toolId: string
}

/**
 * True while the block may be played: a link points at the version; or did until half an hour ago;
 * or what it points at now still shows that block with that tool, so that a corrected word costs
 * nobody who has the page open their turn.
 */
export async function isPlayable(ctx: AppContext, block: BlockOfVersion): Promise<boolean> {
  const now = ctx.clock.now()
  const key = `${block.version} ${block.blockId}`
  const foundAt = ctx.playableBlocks.get(key)
  if (foundAt !== undefined && Math.abs(now.getTime() - foundAt) < FRESH_MS) return true
  const found = (await isCurrent(ctx, block.version)) || (await isCarriedOn(ctx, block, now))
  if (found) ctx.playableBlocks.set(key, now.getTime())
  return found
}

async function isCurrent({ db }: AppContext, version: string): Promise<boolean> {
  const rows = await db.read
    .select({ slug: publication.slug })
    .from(publication)
    .where(eq(publication.versionHash, version))
    .limit(1)
  return rows.length > 0
}

async function isCarriedOn(ctx: AppContext, block: BlockOfVersion, now: Date): Promise<boolean> {
  const replaced = await ctx.db.read
    .select({ replacedAt: replacedVersion.replacedAt, by: publication.versionHash })
    .from(replacedVersion)
    .innerJoin(publication, eq(replacedVersion.slug, publication.slug))
    .where(eq(replacedVersion.versionHash, block.version))
  for (const { replacedAt, by } of replaced) {
    if (now.getTime() - replacedAt.getTime() < GRACE_MS) return true
    const page = await readVersion(ctx, by)
    const isTheSame = page && blockOf(page, block.blockId)?.tool?.id === block.toolId
    if (isTheSame && isShown(page, block.blockId, now.getTime())) return true
  }
  return false
}
