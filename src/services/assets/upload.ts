import type { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { type EncodedImage, encodeImage, MAX_PIXELS, notAnImage, tooManyPixels } from './encode'
import { inTurn } from './in-turn'
import { UploadAsset } from './schemas'
import { sniffImage } from './sniff'
import { storeImage } from './store'
import { cleanDrawing, looksLikeDrawing } from './svg'

/** An upload holds at most this many bytes. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024

/**
 * Stores a picture under the hash of what is kept of it, so that the same picture twice is one
 * file, with its variants for phones; AVIF follows later. Answers its address and its size in px,
 * 0 where a drawing has none. Throws `too_large`, `busy` when too many wait, or
 * `unsupported_media` when the bytes are no PNG, JPEG, GIF, WebP or SVG, or not a whole one.
 */
export async function uploadAsset({
  ctx,
  bytes,
  input = {},
}: {
  ctx: StaffContext
  bytes: Buffer
  input?: z.input<typeof UploadAsset>
}) {
  authorise(ctx, 'asset.write')
  const { name, folderId } = UploadAsset.parse(input)
  if (bytes.length > MAX_UPLOAD_BYTES) throw new AppError('too_large', `${bytes.length} bytes uploaded`)
  return storeImage(ctx, await encode(bytes), { name, folderId })
}

async function encode(bytes: Buffer): Promise<EncodedImage> {
  if (looksLikeDrawing(bytes)) {
    const { text, width, height } = cleanDrawing(bytes)
    const drawing = { master: Buffer.from(text), extension: 'svg' as const, width, height }
    return { ...drawing, isAnimated: false, variants: [], placeholder: '', tint: null }
  }
  const sniffed = sniffImage(bytes)
  if (!sniffed) throw notAnImage('the bytes are no image that phones show')
  // Before anything is drawn: what the header says is what would have to be held in memory.
  if (sniffed.width * sniffed.height > MAX_PIXELS)
    throw tooManyPixels(`${sniffed.width} × ${sniffed.height} px`)
  if (sniffed.width === 0 || sniffed.height === 0) throw notAnImage('a picture without a size')
  return inTurn(() => encodeImage(bytes, sniffed))
}
