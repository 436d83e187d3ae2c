import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { MemberRouter } from '../api/member/router'
import { type ApiFailure, call } from './member-api'

type Asked = inferRouterInputs<MemberRouter>['rewards']['giveIdentity']

export type IdentityAnswer = inferRouterOutputs<MemberRouter>['rewards']['giveIdentity']

/** Says who the member is by law. Repeating it changes nothing. */
export function giveIdentity(asked: Asked): Promise<IdentityAnswer | ApiFailure> {
  return call('rewards.giveIdentity', undefined, asked)
}
