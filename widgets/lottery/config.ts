import { z } from 'zod'
import { field } from '../kit/fields'

/** What the prizes' weights sum to: each weight is in parts per million. */
export const WEIGHT_TOTAL = 1_000_000

const prize = z.strictObject({
  name: field.text({ min: 1, max: 12 }),
  /** Counts and answers go by it, so it stays when the prize is renamed or moved. */
  key: field.text({ min: 1, max: 20 }),
  gives: field.select(['reward', 'nothing']),
  rewardId: field.reward({ isRequired: true, visibleIf: { field: 'gives', in: ['reward'] } }).optional(),
  weight: field.number({ min: 0, max: WEIGHT_TOTAL, unit: '/1000000' }),
  /** Of its own, besides the reward's stock. */
  total: field.number({ min: 1, max: 100_000_000, visibleIf: { field: 'gives', in: ['reward'] } }).optional(),
  perDay: field
    .number({ min: 1, max: 100_000_000, visibleIf: { field: 'gives', in: ['reward'] } })
    .optional(),
  /** Given in place of a prize that was drawn and is out. */
  isFallback: field.switch({ visibleIf: { field: 'gives', in: ['reward'] } }),
  image: field.image(),
})
export type Prize = z.infer<typeof prize>

const visit = z.strictObject({
  title: field.text({ min: 1, max: 16 }),
  link: field.link(),
})

export const config = z.strictObject({
  prizes: field.list(prize, { min: 1, max: 1_000 }),
  freePerDay: field.number({ min: 0, max: 100, group: 'chances' }),
  freePerCampaign: field.number({ min: 0, max: 100, group: 'chances' }),
  /** 0: chances are not sold. */
  pointsPerChance: field.number({ min: 0, max: 1_000_000, group: 'earning' }),
  buysPerDay: field.number({ min: 1, max: 100, group: 'earning' }),
  visits: field.list(visit, { max: 5, group: 'earning' }),
  winsPerMember: field.number({ min: 1, max: 1_000, group: 'limits' }).optional(),
  showOdds: field.switch({ group: 'limits' }),
  /** Where the member goes on when nothing was won. */
  useLink: field.link({ group: 'limits' }),
})
export type LotteryConfig = z.infer<typeof config>

const won = (name: string, key: string, weight: number): Prize => ({
  name,
  key,
  gives: 'reward',
  weight,
  isFallback: false,
  image: '',
})

/** What a new lottery starts with: eight prizes, so that every skin can show it. */
export const defaults: LotteryConfig = {
  prizes: [
    won('一等奖', 'p1', 100),
    won('二等奖', 'p2', 900),
    won('三等奖', 'p3', 9_000),
    won('四等奖', 'p4', 40_000),
    won('五等奖', 'p5', 100_000),
    won('六等奖', 'p6', 200_000),
    won('幸运奖', 'p7', 300_000),
    { name: '谢谢参与', key: 'p8', gives: 'nothing', weight: 350_000, isFallback: false, image: '' },
  ],
  freePerDay: 1,
  freePerCampaign: 0,
  pointsPerChance: 0,
  buysPerDay: 3,
  visits: [],
  showOdds: true,
  useLink: '',
}

interface Problem {
  code: string
  path: (string | number)[]
}

/** What is wrong with a configuration beyond its schema. */
export function check({
  prizes,
  freePerDay,
  freePerCampaign,
  pointsPerChance,
  visits,
}: LotteryConfig): Problem[] {
  const problems: Problem[] = []
  const add = (code: string, ...path: (string | number)[]) => problems.push({ code, path })
  const winning = prizes.filter(({ gives }) => gives === 'reward')

  if (winning.length === 0) add('no_prizes', 'prizes')
  else if (prizes.reduce((sum, { weight }) => sum + weight, 0) !== WEIGHT_TOTAL) add('weights_sum', 'prizes')
  if (winning.length === prizes.length && !winning.some(({ isFallback }) => isFallback))
    add('nothing_catches', 'prizes')

  const keys = new Set<string>()
  let fallbacks = 0
  prizes.forEach(({ key, gives, rewardId, isFallback, perDay, total }, i) => {
    if (keys.has(key)) add('key_twice', 'prizes', i, 'key')
    keys.add(key)
    if (gives === 'nothing') return
    if (!rewardId) add('reward_missing', 'prizes', i, 'rewardId')
    if (isFallback && ++fallbacks > 1) add('fallback_twice', 'prizes', i, 'isFallback')
    if (perDay !== undefined && total !== undefined && perDay > total)
      add('day_above_total', 'prizes', i, 'perDay')
  })

  const links = new Set<string>()
  visits.forEach(({ link }, i) => {
    if (link === '') add('link_missing', 'visits', i, 'link')
    else if (links.has(link)) add('link_twice', 'visits', i, 'link')
    links.add(link)
  })
  if (freePerDay + freePerCampaign + pointsPerChance + visits.length === 0) add('no_chances', 'freePerDay')
  return problems
}
