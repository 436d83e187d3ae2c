import fc from 'fast-check'
import type { ModelReward } from './reward-model'

/* What can happen to rewards and money, at random, for the engine and for its model. */

export const MEMBERS = 3

export const REWARDS: ModelReward[] = [
  { kind: 'coupon', worthFen: 200, reservedFen: 200, perMember: 2, validDays: 1, cap: 4 },
  { kind: 'coupon', worthFen: 500, reservedFen: 100, perMember: 3, validDays: 2, cap: 9 },
  { kind: 'cash', worthFen: 50, reservedFen: 50, perMember: 2, validDays: 1, cap: 3 },
  { kind: 'points', points: 30, worthFen: 30, reservedFen: 30, perMember: 4, validDays: 3_650, cap: 9 },
]

const member = fc.nat(MEMBERS - 1)
const which = fc.nat(30)
const order = fc.constantFrom('order-1', 'order-2', 'order-3')
const aKey = fc.nat(12).map((n) => `key-${n}`)
const claimed = fc.record({ member, reward: fc.nat(REWARDS.length - 1), key: aKey })

export const anEvent = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('claim' as const),
      claims: fc.array(claimed, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('lock' as const),
      which,
      order,
      minutes: fc.constantFrom(5, 600, 3_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unlock' as const), which, order }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('redeem' as const), which, order, share: fc.nat(100), key: aKey }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('reverse' as const),
      which,
      share: fc.constantFrom(0, 30, 60, 100, 100, 120),
      key: aKey,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('revoke' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('burn' as const),
      member,
      points: fc.integer({ min: 1, max: 70 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      // A server's clock is set back now and then.
      minutes: fc.constantFrom(1, 10, 700, 1_500, -30),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tidy' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('topUp' as const), fen: fc.integer({ min: 1, max: 400 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('suspend' as const), isOn: fc.boolean() }) },
)
export type RewardEvent = typeof anEvent extends fc.Arbitrary<infer E> ? E : never
