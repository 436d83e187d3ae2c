import { z } from 'zod'
import type { Look, Played } from './history'
import { DEMO_MEMBERS } from './people'
import type { RewardName } from './rewards'

/** The last of the visits, on the day the demo is made. */
const TODAY = 8

/** Packets sent at later visits could still be opened, and their terms not be changed. */
const LAST_PACKETS = 5

const zealOf = (member: number) => DEMO_MEMBERS[member]?.zeal ?? 0

/** Whether a member comes by at a visit: the more zeal, the more often. */
const comes = (member: number, visit: number) => (member * 5 + visit * 3) % 10 < zealOf(member) * 2

/** What members did before the demo was opened, in the order they do it at a visit. */
export function pastimes(id: Record<RewardName, string>): Played[] {
  const coupons = [id.coupon20, id.coupon50, id.coupon8]
  return [
    {
      slug: 'double-11',
      block: 'packet',
      type: 'red-packet',
      action: 'open',
      input: () => ({}),
      by: comes,
    },
    {
      slug: 'double-11',
      block: 'wall',
      type: 'coupon-wall',
      action: 'claim',
      input: (member, visit) => ({ rewardId: coupons[(member + visit) % coupons.length] }),
      by: comes,
    },
    {
      slug: 'double-11',
      block: 'wheel',
      type: 'lottery',
      action: 'draw',
      input: () => ({}),
      by: (member, visit) => comes(member, visit) || (member === 5 && visit >= TODAY),
    },
    {
      slug: 'points-carnival',
      block: 'grid',
      type: 'lottery',
      action: 'draw',
      input: () => ({}),
      by: (member, visit) => member % 3 === 0 && comes(member, visit + 1),
    },
    {
      slug: 'points-carnival',
      block: 'mall',
      type: 'points-mall',
      action: 'redeem',
      input: (member) => ({ rewardId: [id.mallCoupon15, id.membership, id.cash5][member % 3] }),
      by: (member, visit) => member % 4 === 0 && visit === member % 9,
    },
    {
      slug: 'new-member',
      block: 'gift',
      type: 'coupon-wall',
      action: 'claimAll',
      input: () => ({}),
      by: (member, visit) =>
        member > 5 && (DEMO_MEMBERS[member]?.joinedDaysAgo ?? 0) < 90 && visit === member % 8,
    },
    {
      slug: 'lucky-packet',
      block: 'card',
      type: 'lottery',
      action: 'draw',
      input: () => ({}),
      by: (member, visit) => member > 5 && member % 5 === 2 && comes(member, visit + 2),
    },
    {
      slug: 'lucky-packet',
      block: 'packet',
      type: 'red-packet',
      action: 'send',
      input: () => ({}),
      by: (member, visit) => member > 5 && member < 11 && visit <= LAST_PACKETS && visit % 2 === 1,
    },
    {
      slug: 'lucky-packet',
      block: 'packet',
      type: 'red-packet',
      action: 'openShared',
      input: (_, _visit, [packet]) => ({ packet }),
      by: (member, visit) => member > 10 && member < 33 && visit <= LAST_PACKETS && visit % 2 === 1,
    },
    {
      slug: 'lucky-packet',
      block: 'growing',
      type: 'expanding-packet',
      action: 'open',
      input: () => ({}),
      by: (member, visit) => isGrower(member) && visit === GROWING_VISIT,
    },
    {
      slug: 'lucky-packet',
      block: 'growing',
      type: 'expanding-packet',
      action: 'help',
      input: (member, _visit, _packets, look) => helpFor(member, look),
      by: (member, visit) =>
        member > 14 && member < 45 && visit > GROWING_VISIT && visit <= GROWING_VISIT + 2,
    },
    {
      slug: 'lucky-packet',
      block: 'growing',
      type: 'expanding-packet',
      action: 'collect',
      input: () => ({ n: 1 }),
      by: (member, visit) => isGrower(member) && visit === GROWING_VISIT + 3,
    },
  ]
}

/** The visit at which packets are opened that friends expand at the next two; none is left open. */
const GROWING_VISIT = 3
const isGrower = (member: number) => member > 5 && member < 11

const Own = z.object({ mine: z.object({ invite: z.string() }) })
const Invited = z.object({ friend: z.object({ proof: z.string() }) })

/** Opens a friend's invitation, and helps with the proof of that, as one must. */
async function helpFor(member: number, look: Look): Promise<{ invite: string; proof: string } | undefined> {
  const own = Own.safeParse(await look(6 + (member % 5)))
  if (!own.success) return undefined
  const { invite } = own.data.mine
  const opened = Invited.safeParse(await look(member, { invite }))
  return opened.success ? { invite, proof: opened.data.friend.proof } : undefined
}
