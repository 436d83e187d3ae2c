import type { PixelRow } from './suggest-cuts'

/** Enough to tell an empty line from one with letters, px. */
const SMALL_WIDTH = 48
/** A line for every few px of the picture. */
const MAX_ROWS = 3_000

/** The lines of a picture of this site, made small. Throws when it cannot be loaded. */
export async function readRows(url: string, size: { width: number; height: number }): Promise<PixelRow[]> {
  const image = new Image()
  image.src = url
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = SMALL_WIDTH
  canvas.height = Math.max(1, Math.min(MAX_ROWS, Math.round(size.height / 2)))
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return []
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
  return Array.from({ length: canvas.height }, (_, row) => rowOf(data, row * SMALL_WIDTH * 4))
}

function rowOf(data: Uint8ClampedArray, from: number): PixelRow {
  const mean: [number, number, number] = [0, 0, 0]
  for (const channel of [0, 1, 2] as const) {
    for (let x = 0; x < SMALL_WIDTH; x++) mean[channel] += data[from + x * 4 + channel] ?? 0
    mean[channel] /= SMALL_WIDTH
  }
  let spread = 0
  for (let x = 0; x < SMALL_WIDTH; x++) {
    for (const channel of [0, 1, 2] as const)
      spread += Math.abs((data[from + x * 4 + channel] ?? 0) - mean[channel])
  }
  return { mean, spread: spread / (SMALL_WIDTH * 3) }
}
