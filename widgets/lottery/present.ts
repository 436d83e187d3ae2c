import type { LinkParams, Member, Needs, Now } from '../kit/tool'
import { boughtOf, chanceCounters, chancesOf, visitOf } from './chances'
import { type LotteryConfig, type Prize, WEIGHT_TOTAL } from './config'
import { type Facts, hindranceOf, poolOf, poolSoldOut } from './pool'
import type { LotteryState, ShownPrize, Task, Winner } from './state'
import { winsCounters, winsOf } from './wins'

const WINNERS = 20
const MINE = 20
/** With fewer different winners a broadcast would point at people, and look empty. */
const WINNERS_MIN = 5

export function presentNeeds(config: LotteryConfig, member: Pick<Member, 'id'> | undefined, now: Now): Needs {
  if (!member) return { recentGrants: WINNERS }
  return {
    counters: [
      ...chanceCounters(config, member, now),
      boughtOf(member, now),
      ...config.visits.map(({ link }) => visitOf(member, now, link)),
      ...winsCounters(config, member),
    ],
    chances: true,
    wallet: true,
    recentGrants: WINNERS,
    mine: MINE,
  }
}

export function present(
  facts: Facts,
  member: Member | undefined,
  now: Now,
  _params: LinkParams,
): LotteryState {
  const { config, campaign } = facts
  const { freePerDay, freePerCampaign, winsPerMember = 0, useLink } = config
  const soldOut = poolSoldOut(facts, now)
  const { pity, pityAfter } = poolOf(config)
  return {
    phase: campaign.phase,
    startsAt: campaign.startsAt.toISOString(),
    endsAt: campaign.endsAt.toISOString(),
    isSignedIn: member !== undefined,
    chances: member ? chancesOf(facts, member, now) : freePerDay + freePerCampaign,
    points: member ? facts.wallet.points : 0,
    prizes: config.prizes.map((prize) => presentPrize(facts, prize, now)),
    ...(soldOut && { soldOut }),
    hasWonAll: member !== undefined && winsPerMember > 0 && facts.used(winsOf(member)) >= winsPerMember,
    tasks: presentTasks(facts, member, now),
    winners: presentWinners(facts),
    mine: facts.mine,
    freePerDay,
    freePerCampaign,
    winsPerMember,
    ...(pity && { pity: { after: pityAfter, prize: pity.name } }),
    useLink,
  }
}

function presentPrize(facts: Facts, prize: Prize, now: Now): ShownPrize {
  const terms = prize.rewardId === undefined ? undefined : facts.reward(prize.rewardId)?.terms
  const isLosing = prize.gives === 'nothing'
  return {
    key: prize.key,
    name: prize.name,
    kind: isLosing || !terms ? 'none' : terms.kind,
    image: prize.image || (!isLosing && terms?.kind === 'physical' ? terms.image : ''),
    // What waits to be released is not gone.
    isGone: !isLosing && hindranceOf(facts, prize, now) === 'sold_out',
    ...(prize.unlockAfter && { unlockAfter: prize.unlockAfter }),
    ...(facts.config.showOdds && { chanceText: percentText(prize.weight) }),
  }
}

/** Parts per million in percent, to the last digit: 5 → `0.0005%`. */
function percentText(weight: number): string {
  return `${(weight * 100) / WEIGHT_TOTAL}%`
}

function presentTasks({ config, used }: Facts, member: Member | undefined, now: Now): Task[] {
  const { pointsPerChance: points, buysPerDay: limit, visits } = config
  const bought: Task[] =
    points > 0 ? [{ kind: 'points', points, limit, done: member ? used(boughtOf(member, now)) : 0 }] : []
  return [
    ...bought,
    ...visits.map(({ title, link }): Task => {
      const isDone = member !== undefined && used(visitOf(member, now, link)) > 0
      return { kind: 'visit', title, link, isDone }
    }),
  ]
}

/** The latest winners; nobody when they are so few that they could be recognised. */
function presentWinners({ config, recentGrants }: Facts): Winner[] {
  if (new Set(recentGrants.map(({ name }) => name)).size < WINNERS_MIN) return []
  return recentGrants.flatMap(({ name, rewardId }) => {
    const prize = config.prizes.find((candidate) => candidate.rewardId === rewardId)?.name
    return prize === undefined ? [] : [{ name, prize }]
  })
}
