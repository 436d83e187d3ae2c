import { flag, index, instant, primaryKey, table, text } from '../kit'

/** The shop's customer. `shopMemberId` is what the shop calls them in its tickets. */
export const member = table(
  'member',
  {
    id: text('id').primaryKey(),
    shopMemberId: text('shop_member_id').notNull().unique(),
    nickname: text('nickname').notNull(),
    /** In the shop's own words, as its last ticket said; null when none ever did. */
    city: text('city'),
    level: text('level'),
    isDemo: flag('is_demo').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('member_nickname').on(t.nickname),
    index('member_city').on(t.city),
    index('member_level').on(t.level),
  ],
)

/** A member's tags, in the shop's own words. */
export const memberTag = table(
  'member_tag',
  {
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    tag: text('tag').notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.tag] }), index('member_tag_tag').on(t.tag, t.memberId)],
)
