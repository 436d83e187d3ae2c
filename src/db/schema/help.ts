import { index, integer, primaryKey, table, text, word } from '../kit'

/** Who helped whom on a day of the shop's, and how often: what rings of helpers are found in. */
export const help = table(
  'help',
  {
    helperId: text('helper_id').notNull(),
    helpedId: text('helped_id').notNull(),
    day: text('day').notNull(),
    times: integer('times').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.helperId, t.helpedId, t.day] }),
    index('help_helped').on(t.helpedId, t.day),
    index('help_day').on(t.day),
  ],
)

/** Devices and networks a member was seen on, kept only while a risk rule looks at them. */
export const memberOrigin = table(
  'member_origin',
  {
    memberId: text('member_id').notNull(),
    kind: word('kind', ['device', 'ip_prefix']).notNull(),
    value: text('value').notNull(),
    /** The last day of the shop's they were. */
    lastDay: text('last_day').notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.kind, t.value] }), index('member_origin_day').on(t.lastDay)],
)
