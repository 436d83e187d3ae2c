/*
 * The addresses of uploaded pictures. Here, apart from zod, because the server makes them and the
 * phone's views read them.
 */

/** The widths, in px, in which an upload is kept beside its own: a phone takes what its screen needs. */
const WIDTHS = [375, 750, 1080]

export const MAX_VARIANT_WIDTH = 1080

/** In which widths there are variants of a picture so many px wide: none is wider than it is. */
export function variantWidths(width: number): number[] {
  return [...WIDTHS.filter((each) => each < width), Math.min(width, MAX_VARIANT_WIDTH)].filter(
    (each, i, all) => all.indexOf(each) === i,
  )
}

const RASTER = /^(\/assets\/u\/[0-9a-f]{64})-(\d{1,5})x(\d{1,5})\.(?:png|jpg|gif|webp)$/

/**
 * What the address of an upload says of it: where its variants lie, and its size in px. Undefined
 * for any other address, and for drawings, which need no variants.
 */
export function readUploadUrl(url: string): { base: string; width: number; height: number } | undefined {
  const [, base, width, height] = RASTER.exec(url) ?? []
  return base ? { base, width: Number(width), height: Number(height) } : undefined
}
