import { z } from 'zod'
import { structureProblems } from './page-structure'
import { Colour, Id, ImageUrl, Instant, plainText } from './primitives'

/** A page holds at most this many blocks. */
export const MAX_BLOCKS = 5_000
/** A page definition's JSON is at most this many bytes (UTF-8). */
export const MAX_PAGE_BYTES = 4 * 1024 * 1024

export const BlockId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
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
  locked: z.boolean().optional(),
  hidden: z.boolean().optional(),
})

export const ThemeName = z.enum(['double-11', 'spring', 'christmas', 'member-day', 'fresh'])

export const Share = z.strictObject({
  title: plainText(60),
  description: plainText(120),
  image: ImageUrl,
})

export const PageSettings = z.strictObject({
  locale: z.enum(['zh-CN', 'en']),
  background: Colour.optional(),
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
export type BlockId = z.infer<typeof BlockId>
export type ToolRef = z.infer<typeof ToolRef>
export type ThemeName = z.infer<typeof ThemeName>

/** The page definition as JSON Schema (draft 2020-12), served at /schemas/page-definition.json. */
export function pageDefinitionJsonSchema() {
  return {
    $id: '/schemas/page-definition.json',
    title: 'Ziggurat page definition',
    ...z.toJSONSchema(PageDefinition, { io: 'input' }),
  }
}
