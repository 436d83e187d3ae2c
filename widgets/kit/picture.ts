import { readUploadUrl, variantWidths } from '../../schemas/upload'

export interface PictureAttrs {
  src: string
  srcset?: string
  sizes?: string
}

/**
 * The attributes of an `<img>` that shows `src`, for spreading: an upload of ours comes in the
 * width the screen needs and in the best format the browser takes; any other address stays as it
 * is. `sizes` says how wide it is drawn: the whole screen, unless told.
 */
export function pictureAttrs(src: string, sizes = '100vw'): PictureAttrs {
  const upload = readUploadUrl(src)
  if (!upload) return { src }
  const { base, width } = upload
  const widths = variantWidths(width)
  // Only browsers without srcset, which are few and old, take this one.
  const middle = widths.find((each) => each >= 750) ?? widths.at(-1)
  return {
    src: `${base}/${middle}`,
    srcset: widths.map((each) => `${base}/${each} ${each}w`).join(', '),
    sizes,
  }
}
