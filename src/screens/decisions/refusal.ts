import type { StaffOutput } from '@/src/client/trpc'

export type Refusal = StaffOutput['decisions']['lookUp']['refusals'][number]

const STATUSES = [
  'sold_out',
  'limit_reached',
  'excluded',
  'no_chance',
  'points_short',
  'balance_short',
  'not_eligible',
  'invalid',
  'not_started',
  'ended',
  'suspended',
  'budget_exhausted',
  'risk_blocked',
  'busy',
  'no_prize',
  'not_shown',
  'login_required',
] as const

type Known = (typeof STATUSES)[number] | 'other'

/** The key of a status's words; one that this build does not know has words too. */
export function statusKey(status: string): Known {
  return STATUSES.find((known) => known === status) ?? 'other'
}
