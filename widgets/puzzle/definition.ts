import { z } from 'zod'
import { REGION_FULL } from '../../schemas/region-parts'
import { defineWidget, type LintFinding } from '../kit/definition'
import { field } from '../kit/fields'

/** A part per ten thousand of the puzzle's width or height. */
const part = (min: number) => field.number({ min, max: REGION_FULL })

const cell = z.strictObject({
  src: field.image({ tintField: 'tint' }),
  alt: field.text({ max: 120 }),
  link: field.link(),
  actions: field.actions().optional(),
  fit: field.select(['cover', 'contain']),
  /** Which part of a picture that is cut at its edges stays, in percent from the left and the top. */
  focusX: field.number({ min: 0, max: 100, unit: '%', visibleIf: { field: 'fit', in: ['cover'] } }),
  focusY: field.number({ min: 0, max: 100, unit: '%', visibleIf: { field: 'fit', in: ['cover'] } }),
  /** What is seen before the picture is there, and around one that does not fill its cell. */
  tint: field.colour().optional(),
  x: part(0),
  y: part(0),
  w: part(1),
  h: part(1),
})

const props = z.strictObject({
  cells: field.puzzle(cell, { max: 24, size: { width: 'width', height: 'height' } }),
  /** Only their ratio counts: the puzzle is as wide as its place. */
  width: field.number({ min: 1, max: 10_000, unit: 'px', group: 'size' }),
  height: field.number({ min: 1, max: 10_000, unit: 'px', group: 'size' }),
  gap: field.number({ min: 0, max: 32, unit: 'px', group: 'look' }),
  padding: field.number({ min: 0, max: 32, unit: 'px', group: 'look' }),
  radius: field.number({ min: 0, max: 32, unit: 'px', group: 'look' }),
})

export type PuzzleProps = z.infer<typeof props>

const EMPTY = { src: '', alt: '', link: '', fit: 'cover', focusX: 50, focusY: 50 } as const

export const definition = defineWidget({
  type: 'puzzle',
  version: 1,
  props,
  icon: 'M3 4h11v16H3z M14 4h7v8h-7z M14 12h7v8h-7z',
  defaults: {
    cells: [
      { ...EMPTY, x: 0, y: 0, w: 5_000, h: 10_000 },
      { ...EMPTY, x: 5_000, y: 0, w: 5_000, h: 5_000 },
      { ...EMPTY, x: 5_000, y: 5_000, w: 5_000, h: 5_000 },
    ],
    width: 750,
    height: 500,
    gap: 8,
    padding: 12,
    radius: 8,
  },
  lint: ({ cells }) => cellFindings(cells),
})

/** Each kind of finding once: the arrangement shows which cells are meant. */
function cellFindings(cells: PuzzleProps['cells']): LintFinding[] {
  const chosen = cells.filter(({ src }) => src !== '')
  if (chosen.length === 0) return [{ level: 'warning', code: 'missing_images' }]
  const found = {
    empty_cell: chosen.length < cells.length,
    missing_alt: chosen.some(({ alt }) => alt.trim() === ''),
  }
  return Object.entries(found).flatMap(([code, isFound]) => (isFound ? [{ level: 'warning', code }] : []))
}
