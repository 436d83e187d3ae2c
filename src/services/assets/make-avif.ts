import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { variantWidths } from '@/schemas/upload'
import { asc, asset, eq, isNull } from '@/src/db'
import type { AppContext } from '../context'
import { encodeAvif } from './encode'
import { findFirst, masterName, uploadsFolder, variantName, writeWhole } from './files'

type AssetRow = typeof asset.$inferSelect

/**
 * Makes the AVIF variants of every upload that still lacks them, one after the other, from the
 * oldest. Ends early when `signal` says so; what is left is found again, by this process or the
 * next. A picture that cannot be made into AVIF is not tried again: it has its other variants.
 */
export async function makeMissingAvif(ctx: AppContext, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const [row] = await ctx.db.read
      .select()
      .from(asset)
      .where(isNull(asset.avifAt))
      .orderBy(asc(asset.createdAt), asc(asset.hash))
      .limit(1)
    if (!row) return
    try {
      await makeAvif(ctx, row, signal)
    } catch (err) {
      ctx.log.warn({ err, asset: row.hash }, 'no AVIF could be made of a picture')
    }
    if (signal.aborted) return
    const avifAt = ctx.clock.now()
    await ctx.db.transaction(async (tx) => {
      await tx.update(asset).set({ avifAt }).where(eq(asset.hash, row.hash))
    })
  }
}

async function makeAvif(ctx: AppContext, { hash, extension, width }: AssetRow, signal: AbortSignal) {
  // Uploaded before variants were made: nothing asks for them.
  if (width === 0) return
  const folder = uploadsFolder(ctx.dataDir)
  const master = await readFile(join(folder, masterName(hash, extension)))
  for (const each of variantWidths(width)) {
    if (signal.aborted) return
    const bytes = await encodeAvif(master, each)
    const webp = await findFirst(folder, [variantName(hash, each, 'webp')])
    // Of a small drawing the AVIF may be the larger one.
    if (webp && webp.bytes <= bytes.length) continue
    await writeWhole(folder, variantName(hash, each, 'avif'), bytes, ctx.clock.now())
  }
}
