import { sql } from 'drizzle-orm'
import { check, index, instant, integer, primaryKey, table, text, word } from '../kit'
import { campaign } from './campaign'
import { staff } from './staff'

/** How many rewards one member may get of a campaign or of one tool. Null is no limit. */
export const participationLimit = table(
  'participation_limit',
  {
    /** The campaign's or the tool's id. */
    subjectId: text('subject_id').primaryKey(),
    subjectKind: word('subject_kind', ['campaign', 'tool']).notNull(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaign.id),
    perDay: integer('per_day'),
    inAll: integer('in_all'),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    index('participation_limit_campaign').on(t.campaignId),
    check(
      'participation_limit_positive',
      sql`(${t.perDay} is null or ${t.perDay} > 0) and (${t.inAll} is null or ${t.inAll} > 0)`,
    ),
  ],
)

/** A member gets one reward of a group at most, whichever of its campaigns and tools gives it. */
export const exclusivityGroup = table('exclusivity_group', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  createdBy: text('created_by')
    .notNull()
    .references(() => staff.id),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

/** The campaigns and tools of a group. */
export const exclusivityMember = table(
  'exclusivity_member',
  {
    groupId: text('group_id')
      .notNull()
      .references(() => exclusivityGroup.id),
    /** The campaign's or the tool's id. */
    subjectId: text('subject_id').notNull(),
    subjectKind: word('subject_kind', ['campaign', 'tool']).notNull(),
    /** The campaign itself, or the tool's. */
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaign.id),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.subjectId] }),
    index('exclusivity_member_campaign').on(t.campaignId),
  ],
)
