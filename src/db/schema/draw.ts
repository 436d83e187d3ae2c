import { document, index, instant, integer, primaryKey, table, text, word } from '../kit'
import { tool } from './campaign'
import { staff } from './staff'

/** Why something else was given than what was drawn. */
export const DRAW_REASONS = ['sold_out', 'unreleased', 'locked', 'pity'] as const

/** A tool's configuration as it was at each revision; triggers refuse to change or delete one. */
export const toolVersion = table(
  'tool_version',
  {
    toolId: text('tool_id')
      .notNull()
      .references(() => tool.id),
    revision: integer('revision').notNull(),
    config: document<Record<string, unknown>>('config').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => staff.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.toolId, t.revision] })],
)

/**
 * One draw, won or not, with all it takes to make it again; triggers refuse to change or delete
 * one. It is called like the request it answers, as its grant is. No foreign keys: it is written
 * with every draw, and replaying it finds what is missing.
 */
export const draw = table(
  'draw',
  {
    memberId: text('member_id').notNull(),
    /** The request's idempotency key. */
    key: text('key').notNull(),
    toolId: text('tool_id').notNull(),
    /** The configuration it was drawn by. */
    revision: integer('revision').notNull(),
    /** Of the draw's own generator, in hexadecimal. */
    seed: text('seed').notNull(),
    /** Keys of prizes. */
    drawn: text('drawn').notNull(),
    given: text('given').notNull(),
    /** Null when what was drawn was given. */
    why: word('why', [...DRAW_REASONS]),
    /** How often the member drew before, where prizes are unlocked by it; else 0. */
    drawsBefore: integer('draws_before').notNull(),
    /** How many draws in a row won nothing before, where a pity prize follows; else 0. */
    lossesBefore: integer('losses_before').notNull(),
    drawnAt: instant('drawn_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.key] }), index('draw_tool').on(t.toolId, t.drawnAt)],
)
