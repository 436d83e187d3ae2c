import { expect, test } from 'vitest'
import { momentOf } from '@/src/services/tools/moment'
import { firstSessionTomorrow, sessionsOf } from '@/widgets/coupon-wall/sessions'

const wall = { coupons: [], sessions: [{ hour: 20, minute: 0 }] }
const NEW_YORK = 'America/New_York'

test.each(['2026-03-08T16:00:00Z', '2026-11-01T16:00:00Z'])(
  'on %s, a day on which clocks are changed, a session begins when they show its time',
  (at) => {
    const [session] = sessionsOf(wall, momentOf(NEW_YORK, new Date(at)))
    expect(session?.startsAt.toLocaleTimeString('en-GB', { timeZone: NEW_YORK })).toBe('20:00:00')
    const yesterday = momentOf(NEW_YORK, new Date(Date.parse(at) - 86_400_000))
    expect(firstSessionTomorrow(wall, yesterday)).toEqual(session?.startsAt)
  },
)
