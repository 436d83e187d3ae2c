import { z } from 'zod'
import { field } from '../kit/fields'
import type { CounterRef, Member, Now } from '../kit/tool'

const coupon = z.strictObject({
  rewardId: field.reward(),
  perMember: field.number({ min: 1, max: 99, unit: '张' }),
  /** At most this many for one member on one day of the shop's. */
  perDay: field.number({ min: 1, max: 99, unit: '张' }).optional(),
  /** How many there are in each session. A coupon that says so is offered in sessions only. */
  perSession: field.number({ min: 1, max: 1_000_000, unit: '张' }).optional(),
  /** A window of its own within the campaign's: from the first instant until before the last. */
  from: field.instant().optional(),
  until: field.instant().optional(),
})
export type Coupon = z.infer<typeof coupon>

/** When a session begins on every day, by the shop's clock. It lasts until the next one. */
const session = z.strictObject({
  hour: field.number({ min: 0, max: 23, unit: '时' }),
  minute: field.number({ min: 0, max: 59, unit: '分' }),
})

export const config = z.strictObject({
  coupons: field.list(coupon, { max: 30 }),
  sessions: field.list(session, { max: 12 }).optional(),
})
export type CouponWallConfig = z.infer<typeof config>

export interface Problem {
  code: string
  path: (string | number)[]
}

/** What is wrong with a wall beyond its schema. */
export function checkWall({ coupons, sessions = [] }: CouponWallConfig): Problem[] {
  const problems: Problem[] = []
  const add = (code: string, ...path: Problem['path']) => problems.push({ code, path })
  if (coupons.length === 0) add('no_coupons', 'coupons')
  const seen = new Set<string | number>()
  coupons.forEach(({ rewardId, perMember, perDay, perSession, from, until }, i) => {
    if (seen.has(rewardId)) add('coupon_twice', 'coupons', i, 'rewardId')
    seen.add(rewardId)
    if (perDay && perDay > perMember) add('day_above_member', 'coupons', i, 'perDay')
    if (perSession && sessions.length === 0) add('no_sessions', 'coupons', i, 'perSession')
    if (from && until && from >= until) add('window_reversed', 'coupons', i, 'until')
  })
  sessions.forEach(({ hour, minute }, i) => {
    const start = hour * 60 + minute
    if (seen.has(start)) add('session_twice', 'sessions', i, 'hour')
    seen.add(start)
  })
  if (sessions.length > 0 && !coupons.some(({ perSession }) => perSession)) {
    add('session_empty', 'sessions')
  }
  return problems
}

type Offered = Pick<Coupon, 'rewardId'>

/** Counts the coupons of one kind that one member took from this wall, ever and on this day. */
export function takenBy({ id }: Pick<Member, 'id'>, { rewardId }: Offered): CounterRef {
  return { name: `coupon.${rewardId}.member`, key: id }
}

export function takenTodayBy({ id }: Pick<Member, 'id'>, { rewardId }: Offered, now: Now): CounterRef {
  return { name: `coupon.${rewardId}.day`, key: `${now.day} ${id}` }
}

/** Counts the coupons of one kind that anybody took in one session of one day. */
export function takenInSession({ key }: { key: string }, { rewardId }: Offered): CounterRef {
  return { name: `coupon.${rewardId}.session`, key }
}
