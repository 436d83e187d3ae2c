import type { CampaignPhase } from '@/schemas/outcome'
import { AppError } from '@/src/lib/errors'

/** A campaign's state as staff see it: what was decided, made true by the server's clock. */
export type CampaignState = 'draft' | 'scheduled' | 'running' | 'suspended' | 'ended'
export type CampaignEvent = 'launch' | 'suspend' | 'resume' | 'end'

/** What the row holds: `scheduled` covers all the clock then decides. */
export type StoredState = 'draft' | 'scheduled' | 'suspended' | 'ended'

interface Timed {
  state: StoredState
  startsAt: Date
  endsAt: Date
}

/** The state at an instant. Never waits for a job to record it. */
export function stateAt(campaign: Timed, now: Date): CampaignState {
  if (campaign.state === 'draft' || campaign.state === 'ended') return campaign.state
  if (now >= campaign.endsAt) return 'ended'
  if (campaign.state === 'suspended') return 'suspended'
  return now >= campaign.startsAt ? 'running' : 'scheduled'
}

const PHASES: Record<CampaignState, CampaignPhase> = {
  draft: 'not_started',
  scheduled: 'not_started',
  running: 'running',
  suspended: 'suspended',
  ended: 'ended',
}

/** What members may know of the state. */
export function phaseAt(campaign: Timed, now: Date): CampaignPhase {
  return PHASES[stateAt(campaign, now)]
}

const TRANSITIONS: Record<CampaignEvent, { from: readonly CampaignState[]; to: StoredState }> = {
  launch: { from: ['draft'], to: 'scheduled' },
  suspend: { from: ['scheduled', 'running'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'scheduled' },
  end: { from: ['scheduled', 'running', 'suspended'], to: 'ended' },
}

/** What may happen to a campaign in a state. */
export function eventsOf(state: CampaignState): CampaignEvent[] {
  return (Object.keys(TRANSITIONS) as CampaignEvent[]).filter((event) =>
    TRANSITIONS[event].from.includes(state),
  )
}

/** The state an event leads to. Throws `wrong_state` naming the states that allow it. */
export function transition(campaign: Timed, event: CampaignEvent, now: Date): StoredState {
  const state = stateAt(campaign, now)
  const { from, to } = TRANSITIONS[event]
  if (!from.includes(state)) {
    throw new AppError('wrong_state', `cannot ${event} while ${state}`, [
      { code: 'allowed_from', params: { event, state, allowed: from.join(',') } },
    ])
  }
  return to
}
