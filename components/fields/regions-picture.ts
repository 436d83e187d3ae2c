import { type Parts, REGION_FULL } from '@/schemas/region-parts'

/** The picture regions are drawn on, and its own size in px. */
export interface RegionsPicture {
  src: string
  width: number
  height: number
}

/** Where a region lies over its picture, as CSS. */
export function partsStyle({ x, y, w, h }: Parts) {
  const percent = (parts: number) => `${(parts / REGION_FULL) * 100}%`
  return { left: percent(x), top: percent(y), width: percent(w), height: percent(h) }
}
