import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { MemberRouter } from '../api/member/router'
import { type ApiFailure, call } from './member-api'

type Asked = inferRouterInputs<MemberRouter>['rewards']
type Answered = inferRouterOutputs<MemberRouter>['rewards']

export type Payouts = Answered['payouts']
export type Payout = Payouts['payouts'][number]
export type WithdrawAnswer = Answered['withdraw']

/** What the member took out before, and may still today. */
export function myPayouts(): Promise<Payouts | ApiFailure> {
  return call('rewards.payouts', {} satisfies Asked['payouts'])
}

/** Takes cash out. Repeating it under the same key takes it once. */
export function withdraw(asked: Required<Asked['withdraw']>): Promise<WithdrawAnswer | ApiFailure> {
  return call('rewards.withdraw', undefined, asked)
}
