import { fittedCuts } from './cuts'

/** One line of pixels of a picture made small. */
export interface PixelRow {
  /** Its mean colour, 0–255 each. */
  mean: readonly [number, number, number]
  /** How much its pixels differ from that, 0–255. */
  spread: number
}

/** A line this even has nothing on it: no letter, no product. */
const EVEN = 6
/** So different from the one above that another part of the design begins. */
const EDGE = 40
/** Suggested strips are no lower than a fifth of the picture's width: a banner, not a line of text. */
const STRIP_BY_WIDTH = 0.2
/** More would be in the way. */
const MAX_SUGGESTED = 12

/**
 * Where a design is probably meant to be cut: on its sharpest edges across the whole width, and in
 * the middle of empty bands. Px of the picture, in order.
 */
export function suggestCuts(rows: readonly PixelRow[], size: { width: number; height: number }): number[] {
  const scale = size.height / Math.max(1, rows.length)
  const lowest = size.width * STRIP_BY_WIDTH
  const chosen: number[] = []
  for (const { row } of [...edges(rows), ...emptyBands(rows)].toSorted((a, b) => b.weight - a.weight)) {
    const at = row * scale
    const isFree = [0, size.height, ...chosen].every((other) => Math.abs(other - at) >= lowest)
    if (isFree && chosen.length < MAX_SUGGESTED) chosen.push(at)
  }
  return fittedCuts(chosen, size.height)
}

interface Candidate {
  row: number
  weight: number
}

function edges(rows: readonly PixelRow[]): Candidate[] {
  return rows.flatMap((row, i) => {
    const above = rows[i - 1]
    if (!above) return []
    const distance = distanceOf(row, above)
    return distance >= EDGE ? [{ row: i, weight: distance + 100 }] : []
  })
}

/** Runs of even lines of one colour, by their middle; long ones first. A slow change of colour is a ground. */
function emptyBands(rows: readonly PixelRow[]): Candidate[] {
  const bands: Candidate[] = []
  let from = 0
  for (let i = 0; i <= rows.length; i++) {
    const row = rows[i]
    if (row && row.spread <= EVEN) continue
    const [first, last] = [rows[from], rows[i - 1]]
    // Bands at the upper and the lower end are margins.
    const isBand = row !== undefined && from > 0 && i - from >= 2
    if (isBand && first && last && distanceOf(first, last) <= EVEN)
      bands.push({ row: (from + i) / 2, weight: Math.min(100, i - from) })
    from = i + 1
  }
  return bands
}

const distanceOf = (a: PixelRow, b: PixelRow) =>
  Math.hypot(...a.mean.map((part, channel) => part - (b.mean[channel] ?? 0)))
