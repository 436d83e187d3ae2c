import { flag, index, instant, table, text } from '../kit'

/** The shop's customer. `shopMemberId` is what the shop calls them in its tickets. */
export const member = table(
  'member',
  {
    id: text('id').primaryKey(),
    shopMemberId: text('shop_member_id').notNull().unique(),
    nickname: text('nickname').notNull(),
    isDemo: flag('is_demo').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('member_nickname').on(t.nickname)],
)
