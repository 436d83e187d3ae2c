import { expect, test } from 'vitest'
import { AppError } from '@/src/lib/errors'
import {
  type CampaignEvent,
  type CampaignState,
  eventsOf,
  type StoredState,
  stateAt,
  transition,
} from './state'

const startsAt = new Date('2026-11-10T16:00:00.000Z')
const endsAt = new Date('2026-11-12T16:00:00.000Z')
const at = (state: StoredState, now: string) => stateAt({ state, startsAt, endsAt }, new Date(now))

test.each<[StoredState, string, CampaignState]>([
  ['draft', '2026-11-11T00:00:00.000Z', 'draft'],
  ['scheduled', '2026-11-10T15:59:59.999Z', 'scheduled'],
  ['scheduled', '2026-11-10T16:00:00.000Z', 'running'],
  ['scheduled', '2026-11-12T15:59:59.999Z', 'running'],
  ['scheduled', '2026-11-12T16:00:00.000Z', 'ended'],
  ['suspended', '2026-11-11T00:00:00.000Z', 'suspended'],
  ['suspended', '2026-11-12T16:00:00.000Z', 'ended'],
  ['ended', '2026-11-11T00:00:00.000Z', 'ended'],
])('%s at %s is %s', (stored, now, state) => {
  expect(at(stored, now)).toBe(state)
})

const STATES: [StoredState, string][] = [
  ['draft', '2026-11-11T00:00:00.000Z'],
  ['scheduled', '2026-11-01T00:00:00.000Z'],
  ['scheduled', '2026-11-11T00:00:00.000Z'],
  ['suspended', '2026-11-11T00:00:00.000Z'],
  ['ended', '2026-11-11T00:00:00.000Z'],
]

test.each(STATES)('from %s at %s exactly the events it lists are possible', (stored, now) => {
  const campaign = { state: stored, startsAt, endsAt }
  const state = stateAt(campaign, new Date(now))
  for (const event of ['launch', 'suspend', 'resume', 'end'] satisfies CampaignEvent[]) {
    const attempt = () => transition(campaign, event, new Date(now))
    if (eventsOf(state).includes(event)) expect(attempt).not.toThrow()
    else expect(attempt).toThrow(AppError)
  }
})

test('a refused event names the states that allow it', () => {
  const draft = { state: 'draft' as const, startsAt, endsAt }
  expect(() => transition(draft, 'resume', startsAt)).toThrow(
    expect.objectContaining({
      code: 'wrong_state',
      details: [{ code: 'allowed_from', params: { event: 'resume', state: 'draft', allowed: 'suspended' } }],
    }),
  )
})
