import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { variantWidths } from '@/schemas/upload'
import { asc, asset, eq, isNull, or } from '@/src/db'
import type { AppContext } from '../context'
import { encodeAvif, placeholderOf } from './encode'
import { findFirst, masterName, uploadsFolder, variantName, writeWhole } from './files'
import type { Placeholder } from './placeholder'

type AssetRow = typeof asset.$inferSelect

/**
 * Makes the AVIF variants of every upload that still lacks them, and what is shown before it is
 * there, one after the other, from the oldest. Ends early when `signal` says so; what is left is found again, by this process or the
 * next. A picture that cannot be made into AVIF is not tried again: it has its other variants.
 */
export async function makeMissingAvif(ctx: AppContext, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const [row] = await ctx.db.read
      .select()
      .from(asset)
      .where(or(isNull(asset.avifAt), isNull(asset.placeholder)))
      .orderBy(asc(asset.createdAt), asc(asset.hash))
      .limit(1)
    if (!row) return
    // Empty: not to be tried again.
    let before: Partial<Placeholder> = { placeholder: row.placeholder ?? '' }
    try {
      if (row.placeholder === null) before = await missingPlaceholder(ctx, row)
      if (row.avifAt === null) await makeAvif(ctx, row, signal)
    } catch (err) {
      ctx.log.warn({ err, asset: row.hash }, 'no AVIF could be made of a picture')
    }
    if (signal.aborted) return
    const avifAt = row.avifAt ?? ctx.clock.now()
    await ctx.db.transaction(async (tx) => {
      await tx
        .update(asset)
        .set({ avifAt, ...before })
        .where(eq(asset.hash, row.hash))
    })
  }
}

async function missingPlaceholder(ctx: AppContext, { hash, extension }: AssetRow) {
  if (extension === 'svg') return { placeholder: '' }
  return placeholderOf(await readFile(join(uploadsFolder(ctx.dataDir), masterName(hash, extension))))
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
