import type { AppContext } from '../context'
import { type FoundFile, findFirst, masterName, uploadsFolder, variantName } from './files'

const MASTERS = ['jpg', 'png', 'webp', 'gif'] as const

/** The picture as it was uploaded. Undefined when there is none. */
export function findMaster(
  ctx: Pick<AppContext, 'dataDir'>,
  hash: string,
  extension: string,
): Promise<FoundFile | undefined> {
  return findFirst(uploadsFolder(ctx.dataDir), [masterName(hash, extension)])
}

/**
 * The picture in a width, in the best format that `accept`, a request's header, names: AVIF once
 * it is made, else WebP, else what every browser shows. A width there is no variant of, such as one
 * that an earlier version made, is the whole picture.
 */
export function findVariant(
  ctx: Pick<AppContext, 'dataDir'>,
  hash: string,
  width: number,
  accept: string,
): Promise<FoundFile | undefined> {
  const modern = (['avif', 'webp'] as const).filter((format) => accepts(accept, format))
  return findFirst(uploadsFolder(ctx.dataDir), [
    ...[...modern, 'jpg' as const, 'png' as const].map((extension) => variantName(hash, width, extension)),
    ...MASTERS.map((extension) => masterName(hash, extension)),
  ])
}

/** Only what is named counts: every picture is accepted by star, also by browsers that know neither. */
function accepts(header: string, format: 'avif' | 'webp'): boolean {
  return header.split(',').some((range) => {
    const [type, ...params] = range.split(';').map((part) => part.trim().toLowerCase())
    return type === `image/${format}` && !params.some((param) => /^q=0(?:\.0*)?$/.test(param))
  })
}
