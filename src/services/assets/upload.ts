import { asset } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { sha256Hex } from '@/src/lib/hash'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { type EncodedImage, encodeImage, MAX_PIXELS, notAnImage, tooManyPixels } from './encode'
import { masterName, uploadsFolder, variantName, writeWhole } from './files'
import { inTurn } from './in-turn'
import { sniffImage } from './sniff'
import { cleanDrawing, looksLikeDrawing } from './svg'

/** An upload holds at most this many bytes. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024

/**
 * Stores a picture under the hash of what is kept of it, so that the same picture twice is one
 * file, with its variants for phones; AVIF follows later. Answers its address and its size in px,
 * 0 where a drawing has none. Throws `too_large`, `busy` when too many wait, or
 * `unsupported_media` when the bytes are no PNG, JPEG, GIF, WebP or SVG, or not a whole one.
 */
export async function uploadAsset({ ctx, bytes }: { ctx: StaffContext; bytes: Buffer }) {
  const staff = authorise(ctx, 'asset.write')
  if (bytes.length > MAX_UPLOAD_BYTES) throw new AppError('too_large', `${bytes.length} bytes uploaded`)
  const image = await encode(bytes)
  const { extension, width, height, master, variants } = image
  const hash = sha256Hex(master)
  const now = ctx.clock.now()
  const folder = uploadsFolder(ctx.dataDir)
  for (const variant of variants) {
    await writeWhole(folder, variantName(hash, variant.width, variant.extension), variant.bytes, now)
  }
  await writeWhole(folder, masterName(hash, extension), master, now)
  await ctx.db.transaction(async (tx) => {
    await tx
      .insert(asset)
      .values({
        hash,
        extension,
        width,
        height,
        bytes: master.length,
        // Of a drawing and of what moves there will be none.
        avifAt: extension === 'svg' || image.isAnimated ? now : null,
        createdBy: staff.id,
        createdAt: now,
      })
      .onConflictDoNothing()
  })
  const size = width > 0 ? `-${width}x${height}` : ''
  return { url: `/assets/u/${hash}${size}.${extension}`, width, height }
}

async function encode(bytes: Buffer): Promise<EncodedImage> {
  if (looksLikeDrawing(bytes)) {
    const { text, width, height } = cleanDrawing(bytes)
    return { master: Buffer.from(text), extension: 'svg', width, height, isAnimated: false, variants: [] }
  }
  const sniffed = sniffImage(bytes)
  if (!sniffed) throw notAnImage('the bytes are no image that phones show')
  // Before anything is drawn: what the header says is what would have to be held in memory.
  if (sniffed.width * sniffed.height > MAX_PIXELS)
    throw tooManyPixels(`${sniffed.width} × ${sniffed.height} px`)
  if (sniffed.width === 0 || sniffed.height === 0) throw notAnImage('a picture without a size')
  return inTurn(() => encodeImage(bytes, sniffed))
}
