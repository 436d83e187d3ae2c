import type { z } from 'zod'
import type { CreateReward } from '../../rewards'

type Reward = z.input<typeof CreateReward>

/* Rewards in few words: what templates propose, for the shop to change. Money in yuan. */

const fen = (yuan: number) => Math.round(yuan * 100)

/** Experience says that about four in ten coupons are used. */
const USED_PPM = 400_000

export const coupon = (title: string, off: number, from: number, stock: number, days: number): Reward => ({
  title,
  stock,
  terms: {
    kind: 'coupon',
    amountFen: fen(off),
    thresholdFen: fen(from),
    validity: { kind: 'days', days },
    useLink: '',
  },
  reservation: { kind: 'expected', ratePpm: USED_PPM },
})

/** `amount` is the most that one grant may be, when a tool draws it. */
export const cash = (title: string, amount: number, stock: number, more: Partial<Reward> = {}): Reward => ({
  title,
  stock,
  terms: { kind: 'cash', amountFen: fen(amount), useLink: '' },
  reservation: { kind: 'full' },
  ...more,
})

export const points = (title: string, count: number, stock: number): Reward => ({
  title,
  stock,
  terms: { kind: 'points', points: count, costFen: count, validDays: 365, useLink: '' },
  reservation: { kind: 'full' },
})

export const thing = (
  title: string,
  cost: number,
  stock: number,
  image: string,
  more: Partial<Reward> = {},
): Reward => ({
  title,
  stock,
  terms: { kind: 'physical', costFen: fen(cost), image },
  reservation: { kind: 'full' },
  ...more,
})

/** Won by chance: its tax is set aside too. */
export const BY_CHANCE = { taxClass: 'incidental' } as const satisfies Partial<Reward>
