import type { Sharp } from 'sharp'
import { MAX_VARIANT_WIDTH, variantWidths } from '@/schemas/upload'
import { AppError } from '@/src/lib/errors'
import type { MasterExtension, VariantExtension } from './files'
import { makePlaceholder, type Placeholder } from './placeholder'
import type { SniffedImage } from './sniff'
import { isWholeGif } from './whole-gif'

/** A phone's camera makes some 12 million pixels; an animation's frames count together. */
export const MAX_PIXELS = 40_000_000
/** Twice the widest screen a page is drawn on: what is wider is made so wide. */
const MAX_MASTER_WIDTH = 2 * MAX_VARIANT_WIDTH
/** Of either side, px: what WebP can hold. A longer picture is kept in the other formats. */
const MAX_WEBP_SIDE = 16_383
/** Of either side, px: what JPEG can hold. */
const MAX_SIDE = 65_535

export interface EncodedImage {
  master: Buffer
  extension: MasterExtension
  width: number
  height: number
  isAnimated: boolean
  variants: { width: number; extension: VariantExtension; bytes: Buffer }[]
  /** Empty where there is none. */
  placeholder: string
  tint: string | null
}

/** Loaded when first needed: a process that only serves pages never does. */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  // Pictures are worked on beside the requests of members, not before them.
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}

/**
 * Draws a picture anew, so that every byte that is kept is ours: whatever else the file held
 * (metadata, a page, an archive) is gone, and it stands upright. Throws `too_large` for too many
 * pixels and `unsupported_media` for what cannot be drawn whole.
 */
export async function encodeImage(bytes: Buffer, sniffed: SniffedImage): Promise<EncodedImage> {
  if (sniffed.extension === 'gif' && !isWholeGif(bytes)) throw notAnImage('a GIF without an end')
  const sharp = await loadSharp()
  const canMove = sniffed.extension === 'gif' || sniffed.extension === 'webp'
  const open = (options: { animated: boolean }) =>
    sharp(bytes, { ...options, limitInputPixels: MAX_PIXELS, failOn: 'error' })
  try {
    const { format, pages = 1 } = await open({ animated: canMove }).metadata()
    // What draws it must take it for the same thing as what sniffed it.
    if ((format === 'jpeg' ? 'jpg' : format) !== sniffed.extension) throw notAnImage(`read as ${format}`)
    return pages > 1
      ? await encodeAnimation(open({ animated: true }), open({ animated: false }), sniffed)
      : await encodeStill(open({ animated: false }), sniffed)
  } catch (error) {
    if (error instanceof AppError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw /pixel limit/.test(reason) ? tooManyPixels(reason) : notAnImage(reason)
  }
}

async function encodeStill(source: Sharp, { extension: original }: SniffedImage): Promise<EncodedImage> {
  const sharp = await loadSharp()
  // Drawn once; everything else is made of these pixels.
  const { data, info } = await source
    .autoOrient()
    .resize({ width: MAX_MASTER_WIDTH, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const pixels = () => sharp(data, { raw: { width, height, channels }, limitInputPixels: MAX_PIXELS })
  const hasAlpha = (channels === 2 || channels === 4) && !(await pixels().stats()).isOpaque
  const drawn = () => (hasAlpha ? pixels() : pixels().removeAlpha())

  if (height > MAX_SIDE) throw tooManyPixels(`${height} px high`)
  const isWebpPossible = height <= MAX_WEBP_SIDE
  // A GIF of one frame is a small PNG.
  const extension = original === 'gif' ? 'png' : original
  const master = await masterOf(drawn(), extension).toBuffer()
  const variants: EncodedImage['variants'] = []
  for (const each of variantWidths(width)) {
    const sized = () => drawn().resize({ width: each })
    const fallback = hasAlpha ? 'png' : 'jpg'
    if (isWebpPossible) variants.push({ width: each, extension: 'webp', bytes: await webpOf(sized()) })
    variants.push({
      width: each,
      extension: fallback,
      bytes: await masterOf(sized(), fallback, 80).toBuffer(),
    })
  }
  return {
    master,
    extension,
    width,
    height,
    isAnimated: false,
    variants,
    ...(await makePlaceholder(drawn())),
  }
}

async function encodeAnimation(
  moving: Sharp,
  firstFrame: Sharp,
  { extension, width: sourceWidth }: SniffedImage,
): Promise<EncodedImage> {
  const width = Math.min(sourceWidth, MAX_VARIANT_WIDTH)
  const sized = (each: number) => moving.clone().resize({ width: each, withoutEnlargement: true })
  const kept = sized(width)
  const { data: master, info } = await (extension === 'gif' ? kept.gif() : kept.webp({ effort: 3 })).toBuffer(
    {
      resolveWithObject: true,
    },
  )
  const variants: EncodedImage['variants'] = []
  for (const each of variantWidths(width)) {
    variants.push({
      width: each,
      extension: 'webp',
      bytes: await sized(each).webp({ quality: 78, effort: 3 }).toBuffer(),
    })
    // Where WebP is unknown a GIF moves by itself; a moving WebP stands still there.
    if (extension === 'webp') {
      const still = firstFrame.clone().resize({ width: each, withoutEnlargement: true })
      variants.push({ width: each, extension: 'png', bytes: await still.png().toBuffer() })
    }
  }
  const height = info.pageHeight ?? info.height
  const placeholder = await makePlaceholder(firstFrame.clone())
  return { master, extension, width, height, isAnimated: true, variants, ...placeholder }
}

function masterOf(image: Sharp, extension: 'png' | 'jpg' | 'webp', quality = 88): Sharp {
  if (extension === 'png') return image.png({ compressionLevel: 9 })
  return extension === 'jpg' ? image.jpeg({ quality }) : image.webp({ quality })
}

const webpOf = (image: Sharp) => image.webp({ quality: 80, smartSubsample: true }).toBuffer()

/** A rectangle of a picture, px from its upper left corner. */
export interface Cut {
  left: number
  top: number
  width: number
  height: number
}

/**
 * A part of a picture that is kept already, with variants of its own. Throws `wrong_state` for
 * what moves, which cannot be cut.
 */
export async function encodeCut(
  master: Buffer,
  extension: 'png' | 'jpg' | 'webp' | 'gif',
  cut: Cut,
): Promise<EncodedImage> {
  const sharp = await loadSharp()
  const source = sharp(master, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
  const { pages = 1 } = await source.metadata()
  if (pages > 1) throw new AppError('wrong_state', 'it moves', [{ code: 'cannot_cut_moving' }])
  return encodeStill(source.extract(cut), { extension, width: cut.width, height: cut.height })
}

/** What stands for a picture that was uploaded before such a thing was kept. */
export async function placeholderOf(master: Buffer): Promise<Placeholder> {
  const sharp = await loadSharp()
  return makePlaceholder(sharp(master, { limitInputPixels: MAX_PIXELS }))
}

/** One width of a picture as AVIF, with little effort: a good deal smaller than WebP all the same. */
export async function encodeAvif(master: Buffer, width: number): Promise<Buffer> {
  const sharp = await loadSharp()
  return sharp(master, { limitInputPixels: MAX_PIXELS })
    .resize({ width, withoutEnlargement: true })
    .avif({ quality: 55, effort: 2 })
    .toBuffer()
}

export function tooManyPixels(reason: string): AppError {
  return new AppError('too_large', reason, [{ code: 'too_many_pixels', params: { max: MAX_PIXELS } }])
}

export function notAnImage(reason: string): AppError {
  return new AppError('unsupported_media', reason)
}
