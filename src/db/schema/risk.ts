import type { RiskTerms } from '../../../schemas/risk'
import { document, flag, index, instant, primaryKey, table, text, word } from '../kit'
import { campaign } from './campaign'
import { staff } from './staff'

/** A rule that keeps abusers from rewards, for one campaign or for all. */
export const riskRule = table(
  'risk_rule',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** Null for every campaign. */
    campaignId: text('campaign_id').references(() => campaign.id),
    terms: document<RiskTerms>('terms').notNull(),
    isEnabled: flag('is_enabled').notNull().default(true),
    createdBy: text('created_by')
      .notNull()
      .references(() => staff.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('risk_rule_campaign').on(t.campaignId)],
)

/** Who is blocked, and whom risk rules leave alone. */
export const riskListEntry = table(
  'risk_list_entry',
  {
    list: word('list', ['block', 'allow']).notNull(),
    kind: word('kind', ['member', 'device', 'ip_prefix']).notNull(),
    /** A member's id or the shop's own number for them; a device's hash; a network such as `203.0.113.0/24`. */
    value: text('value').notNull(),
    note: text('note').notNull(),
    addedBy: text('added_by')
      .notNull()
      .references(() => staff.id),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.list, t.kind, t.value] })],
)
