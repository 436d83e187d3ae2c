import { defineTool, type Now } from '../kit/tool'
import { cashOf, checkConfig, checkWhileHeld, config, defaults, type Facts, tooFew } from './config'
import { open, openingNeeds, presentOpening } from './opening'
import { openShared, presentSharing, send, sharingNeeds } from './sharing'
import type { RedPacketState } from './state'

export type { RedPacketConfig } from './config'

export const tool = defineTool({
  type: 'red-packet',
  version: 1,
  config,
  defaults,
  rewardIds: ({ rewardId }) => (rewardId === undefined ? [] : [rewardId]),
  check: checkConfig,
  checkWhileHeld,
  actions: { open, send, openShared },
  presentNeeds: ({ mode }, member, now, params) =>
    mode === 'open' ? openingNeeds(member, now) : sharingNeeds(member, now, params),
  present: (facts, member, now, params): RedPacketState => ({
    phase: facts.campaign.phase,
    startsAt: facts.campaign.startsAt.toISOString(),
    endsAt: facts.campaign.endsAt.toISOString(),
    isSignedIn: member !== undefined,
    ...supplyOf(facts, now),
    nextDayAt: now.nextDayAt.toISOString(),
    useLink: cashOf(facts)?.useLink ?? '',
    play:
      facts.config.mode === 'open'
        ? presentOpening(facts, member, now)
        : presentSharing(facts, member, now, params),
  }),
})

function supplyOf(facts: Facts, now: Now): Pick<RedPacketState, 'supply' | 'moreAt'> {
  const cash = cashOf(facts)
  if (!cash) return { supply: 'not_offered' }
  if (!cash.reward.isEnabled) return { supply: 'suspended' }
  const { mode, parts } = facts.config
  const refusal = tooFew(cash.reward, mode === 'open' ? 1 : parts, now)
  return refusal
    ? { supply: 'sold_out', ...(refusal.nextAt && { moreAt: refusal.nextAt }) }
    : { supply: 'plenty' }
}
