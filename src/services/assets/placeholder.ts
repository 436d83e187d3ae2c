import type { Sharp } from 'sharp'

/** Small enough to stand in a page, large enough to be blurred into something like the picture, px. */
const PLACEHOLDER_WIDTH = 16
/** Of a picture very much higher than wide it shows the upper part, px. */
const PLACEHOLDER_MAX_HEIGHT = 48

export interface Placeholder {
  /** A data URL of some hundred characters. */
  placeholder: string
  /** `#rrggbb`; null where much of it is transparent, so that no colour stands for it. */
  tint: string | null
}

/** What is shown of a picture before it is there: a blur of it, and the colour most of it has. */
export async function makePlaceholder(picture: Sharp): Promise<Placeholder> {
  const { data, info } = await picture
    .resize({ width: PLACEHOLDER_WIDTH })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { default: sharp } = await import('sharp')
  const { width, channels } = info
  const height = Math.min(info.height, PLACEHOLDER_MAX_HEIGHT)
  const small = () => sharp(data.subarray(0, width * height * channels), { raw: { width, height, channels } })
  const webp = await small().webp({ quality: 35, effort: 4 }).toBuffer()
  const { dominant, isOpaque } = await small().stats()
  const hex = [dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0'))
  return {
    placeholder: `data:image/webp;base64,${webp.toString('base64')}`,
    tint: isOpaque ? `#${hex.join('')}` : null,
  }
}
