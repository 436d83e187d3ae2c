import type { z } from 'zod'
import { asc, grant } from '@/src/db'
import { createCampaign, transitionCampaign } from '@/src/services/campaigns'
import type { AppContext, MemberContext, StaffContext } from '@/src/services/context'
import {
  type CreateGrantBatch,
  chooseByHand,
  confirmGrantBatch,
  createGrantBatch,
  previewGrantBatch,
  readGrantBatch,
  runGrantBatches,
  submitGrantBatch,
} from '@/src/services/grant-batches'
import { createReward } from '@/src/services/rewards'
import type { World } from '../world'
import type { RewardInput } from './published-tool'
import { aCoupon } from './rewards'

export interface GrantBatchOptions {
  members?: number
  reward?: RewardInput
  budgetFen?: number
  isUnderLimits?: boolean
  startsAt?: string
  /** Leaves the campaign a draft. */
  isDraft?: boolean
}

export interface BuiltGrantBatch {
  id: string
  campaignId: string
  rewardId: string
  members: MemberContext[]
  admin: StaffContext
  /** Who submits it, and somebody else, who may confirm it. */
  operator: StaffContext
  approver: StaffContext
}

const GOING_ON = new AbortController().signal

/** A draft of a batch that gives one coupon of ¥1 to some members, picked by hand. */
export async function aGrantBatch(
  world: Pick<World, 'as' | 'asMember'>,
  { members: count = 3, reward = aCoupon(), budgetFen = 1_000_000, ...o }: GrantBatchOptions = {},
): Promise<BuiltGrantBatch> {
  const admin = await world.as('admin')
  const operator = await world.as('operator')
  const approver = await world.as('approver')
  const window = { startsAt: o.startsAt ?? '2026-11-01T00:00:00.000Z', endsAt: '2026-12-01T00:00:00.000Z' }
  const { id: campaignId } = await createCampaign({
    ctx: admin,
    input: { name: '双11', ...window, budgetFen },
  })
  if (!o.isDraft) await transitionCampaign({ ctx: admin, input: { id: campaignId, event: 'launch' } })
  const { id: rewardId } = await createReward({ ctx: admin, input: reward })
  const input: z.input<typeof CreateGrantBatch> = {
    name: '补发',
    campaignId,
    rewardId,
    reason: '直播间掉线补发',
    isUnderLimits: o.isUnderLimits ?? true,
  }
  const { id } = await createGrantBatch({ ctx: operator, input })
  const members: MemberContext[] = []
  for (let i = 0; i < count; i++) members.push(await world.asMember())
  const memberIds = members.map(({ member }) => member?.id ?? '')
  if (count > 0) await chooseByHand({ ctx: operator, input: { id, memberIds } })
  return { id, campaignId, rewardId, members, admin, operator, approver }
}

/** Submits it as it stands. */
export async function submitAsItIs(ctx: StaffContext, id: string) {
  const { contentHash } = await previewGrantBatch({ ctx, input: { id } })
  return { ...(await submitGrantBatch({ ctx, input: { id, contentHash } })), contentHash }
}

/** Submits it, has somebody else confirm it when that is needed, and gives what there is to give. */
export async function giveOut(ctx: AppContext, { id, operator, approver }: BuiltGrantBatch): Promise<void> {
  const { state, contentHash } = await submitAsItIs(operator, id)
  if (state === 'waiting') await confirmGrantBatch({ ctx: approver, input: { id, contentHash } })
  await runGrantBatches(ctx, GOING_ON)
}

/** Works on every batch until there is no more to do. */
export const run = (ctx: AppContext) => runGrantBatches(ctx, GOING_ON)

export const idOf = (ctx: BuiltGrantBatch['members'][number] | undefined) => ctx?.member?.id ?? ''

export const countsOf = async ({ operator: ctx, id }: BuiltGrantBatch) =>
  (await readGrantBatch({ ctx, input: { id } })).counts

export const stateOf = async ({ operator: ctx, id }: BuiltGrantBatch) => {
  const { state, stoppedBy } = await readGrantBatch({ ctx, input: { id } })
  return stoppedBy ? `${state} by ${stoppedBy}` : state
}

export const grantsOf = (world: World) => world.ctx.db.read.select().from(grant).orderBy(asc(grant.id))

export const failure = (failed: Promise<unknown>) =>
  failed.then(
    () => 'done',
    (error) => error.details?.[0]?.code ?? error.code ?? String(error),
  )

/** A process that can write so often itself, and then no more; what the engine writes is written. */
export function killedAfter(ctx: AppContext, writes: number): AppContext {
  let left = writes
  const transaction: AppContext['db']['transaction'] = (work) => {
    left -= 1
    return left < 0 ? Promise.reject(new Error('killed')) : ctx.db.transaction(work)
  }
  return { ...ctx, db: { ...ctx.db, transaction } }
}
