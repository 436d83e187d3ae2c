import type { z } from 'zod'
import type { RewardTerms } from '@/schemas/reward'
import type { StaffContext } from '../context'
import type { CreateReward } from '../rewards'
import { rewardOnce } from './once'

type Reward = z.input<typeof CreateReward> & { codes?: readonly string[] }

const SHOP = '/p/about-double-11'
const MALL = '/p/points-carnival'

/** Money in yuan, as people say it. */
const yuan = (amount: number) => Math.round(amount * 100)

function reward(title: string, stock: number, terms: RewardTerms, more: Partial<Reward> = {}): Reward {
  return { title, stock, terms, reservation: { kind: 'full' }, ...more }
}

function coupon(title: string, off: number, from: number, stock: number, days: number): Reward {
  const validity = { kind: 'days' as const, days }
  const terms = {
    kind: 'coupon' as const,
    amountFen: yuan(off),
    thresholdFen: yuan(from),
    validity,
    useLink: SHOP,
  }
  // Experience says that four in ten are used.
  return reward(title, stock, terms, { reservation: { kind: 'expected', ratePpm: 400_000 } })
}

function points(title: string, count: number, stock: number): Reward {
  const terms = { kind: 'points' as const, points: count, costFen: count, validDays: 365, useLink: MALL }
  return reward(title, stock, terms)
}

function cash(title: string, amount: number, stock: number, more: Partial<Reward> = {}): Reward {
  return reward(title, stock, { kind: 'cash', amountFen: yuan(amount), useLink: MALL }, more)
}

function thing(
  title: string,
  cost: number,
  stock: number,
  picture: string,
  more: Partial<Reward> = {},
): Reward {
  const image = `/assets/pictures/product-${picture}.svg`
  return reward(title, stock, { kind: 'physical', costFen: yuan(cost), image }, more)
}

/** As a partner would hand them over: 300 codes that nobody can guess the next of. */
const CODES = Array.from({ length: 300 }, (_, i) => {
  const mixed = (i * 2_654_435_761 + 97_531) % 4_294_967_296
  return `YT${mixed.toString(36).toUpperCase().padStart(7, '0')}${String(i).padStart(3, '0')}`
})

const REWARDS = {
  coupon20: coupon('全场通用券', 20, 199, 5_000, 3),
  coupon50: coupon('双11 满减券', 50, 300, 2_000, 7),
  coupon100: coupon('大额神券', 100, 999, 1_000, 1),
  coupon8: coupon('生鲜尝鲜券', 8, 39, 3_000, 3),
  mallCoupon15: coupon('积分专享券', 15, 99, 2_000, 7),
  newcomer20: coupon('新人见面券', 20, 99, 3_000, 7),
  newcomer50: coupon('新人品类券', 50, 299, 2_000, 7),
  newcomer100: coupon('新人大额礼金', 100, 599, 500, 7),
  packetCash: cash('现金红包', 20, 20_000),
  luckyCash: cash('拼手气红包', 10, 10_000),
  growingCash: cash('膨胀红包', 20, 2_000),
  newcomerCash: cash('新人见面红包', 5, 5_000),
  cash8: cash('8.8 元现金', 8.8, 400, { stockPerDay: 40 }),
  cash5: cash('5 元余额', 5, 600, { stockPerDay: 20 }),
  points20: points('20 积分', 20, 50_000),
  points100: points('100 积分', 100, 5_000),
  membership: reward(
    '云听会员月卡',
    0,
    {
      kind: 'partner_voucher',
      partner: '云听',
      costFen: yuan(6),
      validity: { kind: 'days', days: 60 },
      howToUse: '打开云听 App，在「我的 - 兑换会员」输入券码',
      useLink: '',
    },
    { codes: CODES },
  ),
  phone: thing('星禾 X20 手机', 2_699, 1, 'phone'),
  thermos: thing('双11 定制保温杯', 39, 60, 'thermos', { stockPerDay: 6 }),
  headphones: thing('云雀降噪耳机', 399, 5, 'headphones'),
  suitcase: thing('20 英寸登机箱', 239, 12, 'suitcase'),
} satisfies Record<string, Reward>

export type RewardName = keyof typeof REWARDS

/** Every reward of the demo, by the name its campaigns call it. */
export async function addRewards(ctx: StaffContext): Promise<Record<RewardName, string>> {
  const ids: Partial<Record<RewardName, string>> = {}
  for (const name of Object.keys(REWARDS) as RewardName[]) ids[name] = await rewardOnce(ctx, REWARDS[name])
  return ids as Record<RewardName, string>
}
