import { z } from 'zod'
import { WidgetType } from './page'
import { plainText } from './primitives'

/*
 * What a page is checked for before it is published, as data that an administrator can change.
 * A finding's code is its rule's kind; findings without a rule here always stop publishing.
 */

/** Kinds of checks by what they are about, in the order they are listed. */
export const CHECK_KINDS_OF = {
  links: [
    'bad_link',
    'private_link',
    'insecure_link',
    'missing_page_link',
    'unpublished_link',
    'dead_anchor',
    'missing_link',
    'outside_link',
  ],
  content: [
    'missing_image',
    'missing_alt',
    'contrast',
    'text_overflow',
    'image_heavy',
    'page_weight',
    'missing_share_title',
    'block_over',
  ],
  tools: [
    'tool_misconfigured',
    'tool_of_other_campaign',
    'campaign_over',
    'windows_apart',
    'tool_window_apart',
    'form_without_fields',
    'reward_off',
    'reward_expired',
    'reward_expires_early',
    'reward_sold_out',
    'budget_short',
  ],
  words: ['advertising_words', 'sensitive_words', 'sharing_words', 'shop_words'],
  law: [
    'prize_above_limit',
    'draw_rules_missing',
    'points_draw',
    'crossed_out_price',
    'form_without_purpose',
    'form_without_privacy',
  ],
} as const

export type CheckGroup = keyof typeof CHECK_KINDS_OF
export type CheckKind = (typeof CHECK_KINDS_OF)[CheckGroup][number]
export const CheckKind = z.enum(Object.values(CHECK_KINDS_OF).flat() as [CheckKind, ...CheckKind[]])

/** An error stops publishing, a warning asks; what is off is not looked for. */
export const CheckLevel = z.enum(['error', 'warning', 'off'])
export type CheckLevel = z.infer<typeof CheckLevel>

const Phrase = plainText(40, 1).refine((text) => text.trim() !== '', { error: 'blank' })

/** A word, and the phrases in which it may stand: 最低 in 最低消费. */
export const CheckWord = z.strictObject({ word: Phrase, except: z.array(Phrase).max(30) })
export type CheckWord = z.infer<typeof CheckWord>

/** What the rules of a draw must say before it starts. */
export const DRAW_RULE_PARTS = ['odds', 'time', 'collecting', 'organiser', 'contact'] as const
export type DrawRulePart = (typeof DRAW_RULE_PARTS)[number]

const limit = (max: number) => z.int().min(1).max(max)
const words = z.array(CheckWord).max(1_000)

/** What a rule looks for, besides its level. Most kinds leave nothing to say. */
export const CheckTerms = z.strictObject({
  words: words.optional(),
  /** Widgets whose text is not looked at. */
  skips: z.array(WidgetType).max(50).optional(),
  /** At most this much: fen of a prize, KB of a page or of a picture. */
  limit: limit(1_000_000_000).optional(),
  /** Each part counts as said when one of its phrases stands on the page. */
  parts: z.record(z.enum(DRAW_RULE_PARTS), z.array(Phrase).max(50)).optional(),
})
export type CheckTerms = z.infer<typeof CheckTerms>

export interface CheckRule {
  level: CheckLevel
  terms: CheckTerms
}

/** A rule for every kind. */
export type CheckRules = Readonly<Record<CheckKind, CheckRule>>
