import { z } from 'zod'
import { field } from '../kit/fields'

/** What the prizes' weights sum to: each weight is in parts per million. */
export const WEIGHT_TOTAL = 1_000_000

/** Shown only for prizes that give a reward. */
const ofReward = { visibleIf: { field: 'gives', in: ['reward'] } } as const

const slice = z.strictObject({
  from: field.instant(),
  count: field.number({ min: 1, max: 100_000_000 }),
})

const prize = z.strictObject({
  name: field.text({ min: 1, max: 12 }),
  /** Counts and answers go by it, so it stays when the prize is renamed or moved. */
  key: field.text({ min: 1, max: 20 }),
  gives: field.select(['reward', 'nothing']),
  rewardId: field.reward({ isRequired: true, ...ofReward }).optional(),
  /** In parts per million, edited in percent. */
  weight: field.number({ min: 0, max: WEIGHT_TOTAL, step: 10_000, unit: '%', decimals: 4 }),
  /** Of its own, besides the reward's stock. */
  total: field.number({ min: 1, max: 100_000_000, ...ofReward }).optional(),
  perDay: field.number({ min: 1, max: 100_000_000, ...ofReward }).optional(),
  /** The release plan: so many each hour, or in slices from given instants on. */
  perHour: field.number({ min: 1, max: 100_000_000, ...ofReward }).optional(),
  slices: field.list(slice, { max: 50, ...ofReward }).optional(),
  /** What was not drawn of one hour or slice can be drawn later. */
  carriesOver: field.switch(ofReward).optional(),
  /** Can be won only by whoever drew so often before. */
  unlockAfter: field.number({ min: 1, max: 1_000, ...ofReward }).optional(),
  /** Given in place of a prize that was drawn and is out. */
  isFallback: field.switch(ofReward),
  /** Given after `pityAfter` draws that won nothing. */
  isPity: field.switch(ofReward).optional(),
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
  /** Chances also come from elsewhere: orders, friends, gifts. */
  alsoGiven: field.switch({ group: 'earning' }).optional(),
  winsPerMember: field.number({ min: 1, max: 1_000, group: 'limits' }).optional(),
  /** After so many draws in a row that won nothing, the next one wins the pity prize. */
  pityAfter: field.number({ min: 1, max: 1_000, group: 'limits' }).optional(),
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
  pityAfter,
  alsoGiven,
}: LotteryConfig): Problem[] {
  const problems: Problem[] = []
  const add = (code: string, ...path: (string | number)[]) => problems.push({ code, path })
  const winning = prizes.filter(({ gives }) => gives === 'reward')

  if (winning.length === 0) add('no_prizes', 'prizes')
  else if (prizes.reduce((sum, { weight }) => sum + weight, 0) !== WEIGHT_TOTAL) add('weights_sum', 'prizes')
  if (winning.length === prizes.length && !winning.some(({ isFallback }) => isFallback))
    add('nothing_catches', 'prizes')

  const keys = new Set<string>()
  prizes.forEach((prize, i) => {
    if (keys.has(prize.key)) add('key_twice', 'prizes', i, 'key')
    keys.add(prize.key)
    if (prize.gives === 'nothing') return
    for (const { code, path } of checkPrize(prize)) add(code, 'prizes', i, ...path)
  })
  for (const i of secondOf(prizes, 'isFallback')) add('fallback_twice', 'prizes', i, 'isFallback')
  for (const i of secondOf(prizes, 'isPity')) add('pity_twice', 'prizes', i, 'isPity')
  const hasPity = winning.some(({ isPity }) => isPity)
  if (hasPity && pityAfter === undefined) add('pity_never', 'pityAfter')
  if (!hasPity && pityAfter !== undefined) add('pity_prize_missing', 'pityAfter')

  const links = new Set<string>()
  visits.forEach(({ link }, i) => {
    if (link === '') add('link_missing', 'visits', i, 'link')
    else if (links.has(link)) add('link_twice', 'visits', i, 'link')
    links.add(link)
  })
  if (!alsoGiven && freePerDay + freePerCampaign + pointsPerChance + visits.length === 0)
    add('no_chances', 'freePerDay')
  return problems
}

/** What is wrong with one prize that gives a reward; paths lead into it. */
function checkPrize({ rewardId, perDay, total, perHour, slices = [] }: Prize): Problem[] {
  const problems: Problem[] = []
  if (!rewardId) problems.push({ code: 'reward_missing', path: ['rewardId'] })
  if (perDay !== undefined && total !== undefined && perDay > total)
    problems.push({ code: 'day_above_total', path: ['perDay'] })
  if (perHour !== undefined && slices.length > 0) problems.push({ code: 'plan_twice', path: ['perHour'] })
  slices.forEach(({ from }, i) => {
    const before = slices[i - 1]
    if (before && new Date(from) <= new Date(before.from))
      problems.push({ code: 'slices_unordered', path: ['slices', i, 'from'] })
  })
  return problems
}

/** The places of all prizes but the first that are what only one may be. */
function secondOf(prizes: readonly Prize[], what: 'isFallback' | 'isPity'): number[] {
  return prizes.flatMap((prize, i) => (prize.gives === 'reward' && prize[what] ? [i] : [])).slice(1)
}
