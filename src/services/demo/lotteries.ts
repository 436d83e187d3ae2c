import type { RewardName } from './rewards'

type Ids = Record<RewardName, string>

const won = (key: string, name: string, rewardId: string, weight: number, more: object = {}) => ({
  key,
  name,
  gives: 'reward',
  rewardId,
  weight,
  isFallback: false,
  image: '',
  ...more,
})

const nothing = (weight: number) => ({
  key: 'p8',
  name: '谢谢参与',
  gives: 'nothing',
  weight,
  isFallback: false,
  image: '',
})

const CHANCES = {
  freePerDay: 3,
  freePerCampaign: 0,
  pointsPerChance: 50,
  buysPerDay: 3,
  visits: [{ title: '逛逛积分狂欢会场', link: '/p/points-carnival' }],
  showOdds: true,
  useLink: '/p/about-double-11',
}

/** The wheel of 双11: eight prizes, of which the points catch what the others ran out of. */
export function wheelConfig(id: Ids) {
  const prizes = [
    won('p1', '星禾手机', id.phone, 10, { image: '/assets/pictures/product-phone.svg' }),
    won('p2', '20积分', id.points20, 399_990, { isFallback: true }),
    won('p3', '8.8元现金', id.cash8, 30_000),
    won('p4', '云听月卡', id.membership, 40_000),
    won('p5', '满300减50', id.coupon50, 80_000),
    won('p6', '保温杯', id.thermos, 10_000, { perDay: 6 }),
    won('p7', '100积分', id.points100, 140_000),
    nothing(300_000),
  ]
  return { prizes, ...CHANCES }
}

/** The nine-grid of the points carnival: chances cost points, and every draw wins something. */
export function nineGridConfig(id: Ids) {
  const prizes = [
    won('g1', '降噪耳机', id.headphones, 100, {
      image: '/assets/pictures/product-headphones.svg',
      perDay: 1,
      total: 5,
    }),
    won('g2', '20积分', id.points20, 479_900, { isFallback: true }),
    won('g3', '5元余额', id.cash5, 60_000),
    won('g4', '云听月卡', id.membership, 60_000),
    won('g5', '登机箱', id.suitcase, 1_000, { image: '/assets/pictures/product-suitcase.svg', perDay: 1 }),
    won('g6', '满199减20', id.coupon20, 150_000),
    won('g7', '100积分', id.points100, 99_000),
    won('g8', '满39减8', id.coupon8, 150_000),
  ]
  return { prizes, ...CHANCES, freePerDay: 1, visits: [{ title: '去双11主会场逛逛', link: '/p/double-11' }] }
}

/** The scratch card beside the shared packets. */
export function scratchConfig(id: Ids) {
  const prizes = [
    won('s1', '8.8元现金', id.cash8, 20_000),
    won('s2', '满300减50', id.coupon50, 130_000),
    won('s3', '20积分', id.points20, 500_000, { isFallback: true }),
    nothing(350_000),
  ]
  return { prizes, ...CHANCES, freePerDay: 2, pointsPerChance: 0, visits: [] }
}
