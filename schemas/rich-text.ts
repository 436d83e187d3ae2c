import { z } from 'zod'
import { Colour, Link, plainText } from './primitives'

/** A rich text holds at most this many paragraphs, headings and list items together. */
export const MAX_RICH_BLOCKS = 200
/** …and at most this many characters. */
export const MAX_RICH_CHARACTERS = 20_000
/** Lists are nested at most this deep: 0 is a list's outermost level. */
export const MAX_LIST_LEVEL = 2
const MAX_RUNS = 500

/** Colours that follow the page's theme. Without one, text is of the theme's text colour. */
export const THEME_INKS = ['brand', 'accent', 'muted'] as const

/** Characters that look the same. A line break inside a block is `\n`. */
export const RichRun = z.strictObject({
  text: plainText(5_000, 1),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  strike: z.literal(true).optional(),
  colour: z.union([z.enum(THEME_INKS), Colour]).optional(),
  link: Link.min(1).optional(),
})

const runs = z.array(RichRun).max(MAX_RUNS)
const align = z.enum(['left', 'center', 'right'])

/** One line of the text's outline. Lists are consecutive items, so nothing nests and all is bounded. */
export const RichBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), align: align.optional(), runs }),
  z.strictObject({
    kind: z.literal('heading'),
    size: z.enum(['large', 'small']),
    align: align.optional(),
    runs,
  }),
  z.strictObject({
    kind: z.literal('item'),
    list: z.enum(['bullet', 'number']),
    level: z.int().min(0).max(MAX_LIST_LEVEL),
    align: align.optional(),
    runs,
  }),
])

/** A structured text: no HTML anywhere, so there is nothing in it that could be executed. */
export const RichText = z
  .array(RichBlock)
  .max(MAX_RICH_BLOCKS)
  .refine((blocks) => countCharacters(blocks) <= MAX_RICH_CHARACTERS, { error: 'rich_text_too_long' })

export type RichRun = z.infer<typeof RichRun>
export type RichBlock = z.infer<typeof RichBlock>
export type RichText = z.infer<typeof RichText>

/** What a template leaves for the shop to write stands in such brackets: 【请填写：主办方全称】. */
const BLANK = /【请填写[^】]*】/

/** True while something that a template asked for has not been written. */
export function hasBlanks(blocks: readonly RichBlock[]): boolean {
  return blocks.some(({ runs }) => BLANK.test(runs.map(({ text }) => text).join('')))
}

/** How many characters the text has, without its formatting. */
export function countCharacters(text: readonly RichBlock[]): number {
  return text.reduce(
    (sum, { runs }) => runs.reduce((characters, run) => characters + run.text.length, sum),
    0,
  )
}
