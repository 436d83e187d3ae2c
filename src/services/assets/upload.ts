import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asset } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { sha256Hex } from '@/src/lib/hash'
import { newId } from '@/src/lib/ids'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { sniffImage } from './sniff'

/** An upload holds at most this many bytes. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024
/** A phone's picture has some 12 million pixels; one of 200 million would stop a cheap phone. */
const MAX_PIXELS = 40_000_000

/** The folder uploads lie in, each under its content's hash. */
export const uploadsFolder = (dataDir: string) => join(dataDir, 'uploads')

/**
 * Stores an image under its content's hash, so that the same picture twice is one file. Throws
 * `too_large`, or `unsupported_media` when the bytes are no PNG, JPEG, GIF or WebP.
 */
export async function uploadAsset({ ctx, bytes }: { ctx: StaffContext; bytes: Buffer }) {
  const staff = authorise(ctx, 'asset.write')
  if (bytes.length > MAX_UPLOAD_BYTES) throw new AppError('too_large', `${bytes.length} bytes uploaded`)
  const image = sniffImage(bytes)
  if (!image) throw new AppError('unsupported_media', 'the bytes are no image that phones show')
  if (image.width * image.height > MAX_PIXELS) {
    throw new AppError('too_large', 'too many pixels', [
      { code: 'too_many_pixels', params: { max: MAX_PIXELS } },
    ])
  }
  const hash = sha256Hex(bytes)
  const { extension, width, height } = image
  const now = ctx.clock.now()
  const folder = uploadsFolder(ctx.dataDir)
  await mkdir(folder, { recursive: true })
  // Written beside and moved into place, so that a crash leaves no half picture under its hash.
  const partial = join(folder, newId('aud', now))
  await writeFile(partial, bytes)
  await rename(partial, join(folder, `${hash}.${extension}`))
  await ctx.db.transaction(async (tx) => {
    await tx
      .insert(asset)
      .values({ hash, extension, createdBy: staff.id, createdAt: now })
      .onConflictDoNothing()
  })
  return { url: `/assets/u/${hash}.${extension}`, width, height }
}
