import { z } from 'zod'
import { EventBindings } from './action-call'
import { Condition } from './condition'
import { structureProblems } from './page-structure'
import { BlockId, Colour, Id, ImageUrl, Instant, plainText } from './primitives'

export { BlockId }

/** A page holds at most this many blocks. */
export const MAX_BLOCKS = 5_000
/** A page definition's JSON is at most this many bytes (UTF-8). */
export const MAX_PAGE_BYTES = 4 * 1024 * 1024

export const WidgetType = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/)
export const SlotName = z.string().regex(/^[a-z][a-zA-Z0-9]{0,30}$/)

/** Names the tool instance a block plays. Prizes, odds, stock and limits stay on the server. */
export const ToolRef = z.strictObject({ id: Id })

export const BlockStyle = z.strictObject({
  marginTop: z.int().min(0).max(400).optional(),
  marginBottom: z.int().min(0).max(400).optional(),
  background: Colour.optional(),
})

export const Schedule = z
  .strictObject({ from: Instant.optional(), until: Instant.optional() })
  .refine((s) => !s.from || !s.until || s.from < s.until, { error: 'schedule_reversed' })

/** One placed widget. Its `props` are checked by the widget itself, so an unknown one survives. */
export const Block = z.strictObject({
  id: BlockId,
  type: WidgetType,
  version: z.int().min(1).max(10_000),
  name: plainText(60).optional(),
  props: z.record(z.string().max(64), z.json()),
  style: BlockStyle.optional(),
  slots: z.record(SlotName, z.array(BlockId)).optional(),
  tool: ToolRef.optional(),
  schedule: Schedule.optional(),
  visibleWhen: Condition.optional(),
  on: EventBindings.optional(),
  locked: z.boolean().optional(),
  hidden: z.boolean().optional(),
})

export const ThemeName = z.enum(['double-11', 'spring', 'christmas', 'member-day', 'fresh'])

export const Share = z.strictObject({
  title: plainText(60),
  description: plainText(120),
  image: ImageUrl,
})

/** The shop's own values in place of its theme's; what follows from them is reckoned (theme.ts). */
export const ThemeTokens = z.strictObject({
  brand: Colour.optional(),
  accent: Colour.optional(),
  text: Colour.optional(),
  /** The ground of the page, and of the cards on it. */
  page: Colour.optional(),
  surface: Colour.optional(),
  /** Of cards, px. */
  radius: z.int().min(0).max(32).optional(),
})

/** How a picture behind the page lies: over the first screen, as wide as the page, or repeated. */
export const BackgroundFit = z.enum(['screen', 'width', 'tile'])

/** How wide a page is on tablets and computers, px, unless it says otherwise. */
export const DEFAULT_MAX_WIDTH = 540

export const PageSettings = z.strictObject({
  locale: z.enum(['zh-CN', 'en']),
  background: Colour.optional(),
  backgroundImage: ImageUrl.optional(),
  backgroundFit: BackgroundFit.optional(),
  maxWidth: z.int().min(320).max(1_200).optional(),
  tokens: ThemeTokens.optional(),
})

/**
 * The document the editor makes and the runtime renders. Blocks lie in one flat map and name
 * each other by id, so moving one touches two arrays. Besides its shape, a document's structure
 * is checked: every block is placed exactly once and none holds itself.
 */
export const PageDefinition = z
  .strictObject({
    schemaVersion: z.literal(1),
    title: plainText(60, 1),
    theme: ThemeName,
    share: Share,
    settings: PageSettings,
    root: z.array(BlockId),
    blocks: z.record(BlockId, Block),
  })
  .superRefine((page, context) => {
    for (const problem of structureProblems(page, MAX_BLOCKS)) {
      context.addIssue({ code: 'custom', message: problem.code, path: problem.path })
    }
  })

export type PageDefinition = z.infer<typeof PageDefinition>
export type Block = z.infer<typeof Block>
export type ToolRef = z.infer<typeof ToolRef>
export type ThemeName = z.infer<typeof ThemeName>
export type ThemeTokens = z.infer<typeof ThemeTokens>
export type PageSettings = z.infer<typeof PageSettings>
export type BackgroundFit = z.infer<typeof BackgroundFit>

/** The page definition as JSON Schema (draft 2020-12), served at /schemas/page-definition.json. */
export function pageDefinitionJsonSchema() {
  return {
    $id: '/schemas/page-definition.json',
    title: 'Ziggurat page definition',
    ...z.toJSONSchema(PageDefinition, { io: 'input' }),
  }
}
