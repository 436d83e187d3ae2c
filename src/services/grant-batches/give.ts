import type { Outcome } from '@/schemas/outcome'
import { asc, change, grant, grantBatchRow, lookup, refusedBecause, sql } from '@/src/db'
import { canonicalJson } from '@/src/document'
import { AppError } from '@/src/lib/errors'
import { sha256Hex } from '@/src/lib/hash'
import type { AppContext } from '../context'
import type { ActionRequest } from '../grants/batch'
import type { Protection } from '../grants/protection'
import { readLimits } from '../limits/read'
import { directToolOf } from '../tools/direct-grant'
import { type GrantBatch, type GrantBatchRow, inBatch, keyOf } from './internal'

/** Rows given at once: as many as members wait for at most when they tap meanwhile. */
export const ROWS_AT_ONCE = 100

/** What stops a batch: whoever comes next would get the same answer. */
const STOPS: readonly Outcome['status'][] = [
  'not_started',
  'suspended',
  'ended',
  'budget_exhausted',
  'sold_out',
  'not_eligible',
]

/** How far a batch came: there may be more to give, it cannot go on, or the engine is busy. */
export type Progress = 'more' | 'none_left' | 'busy' | { stoppedBy: string }

/**
 * Gives the next of a batch's rows, through the one path on which everything is given, and notes what
 * each came to. A row that was given before, by a process that ended before it could note that, is
 * noted now and given no second time.
 */
export async function giveNext(ctx: AppContext, batch: GrantBatch): Promise<Progress> {
  const rows = await nextRows(ctx, batch.id)
  if (rows.length === 0) return 'none_left'
  const given = await givenBefore(ctx, rows)
  const protection = await protectionOf(ctx, batch)
  const answers = await Promise.all(
    rows.map(async (row): Promise<Answer> => {
      const grantId = given.get(idempotencyOf(row))
      return grantId ? { result: 'granted', grantId } : give(ctx, batch, row, protection)
    }),
  )
  await note(ctx, rows, answers)
  const stop = answers.find((answer) => 'stoppedBy' in answer)
  if (stop) return stop
  return answers.some((answer) => 'isBusy' in answer) ? 'busy' : 'more'
}

/** Leaves out the next of the rows nobody was given anything for; answers false when there are none. */
export async function cancelNext(ctx: AppContext, batch: GrantBatch): Promise<boolean> {
  const rows = await nextRows(ctx, batch.id)
  const given = await givenBefore(ctx, rows)
  const answers = rows.map((row): Answer => {
    const grantId = given.get(idempotencyOf(row))
    return grantId ? { result: 'granted', grantId } : { result: 'cancelled', refusal: 'cancelled' }
  })
  await note(ctx, rows, answers)
  return rows.length > 0
}

function nextRows(ctx: AppContext, batchId: string): Promise<GrantBatchRow[]> {
  return ctx.db.read
    .select()
    .from(grantBatchRow)
    .where(inBatch(batchId, 'waiting'))
    .orderBy(asc(grantBatchRow.position))
    .limit(ROWS_AT_ONCE)
}

/** The grant's, when there is one. */
const idempotencyOf = (row: GrantBatchRow) => `${row.memberId}:${keyOf(row)}:0`

async function givenBefore(ctx: AppContext, rows: GrantBatchRow[]): Promise<Map<string, string>> {
  const found = await ctx.db.read.find(
    byIdempotency,
    rows.map((row) => ({ idempotency: idempotencyOf(row) })),
  )
  return new Map(found.map(({ idempotency, id }) => [idempotency, id]))
}

const byIdempotency = lookup(grant, ['idempotency'], { columns: ['id', 'idempotency'] })

/**
 * What staff give is looked at by no risk rule: they know whom they give it to. Whether a member's
 * limits and exclusivity groups hold is theirs to say.
 */
async function protectionOf(ctx: AppContext, batch: GrantBatch): Promise<Protection | undefined> {
  if (!batch.isUnderLimits) return undefined
  const limits = await readLimits(ctx.db.read, batch.campaignId, ctx.clock.now())
  return { limits, risk: { rules: [], hasLists: false } }
}

type Refused = 'refused' | 'failed' | 'cancelled'

type Answer =
  | { isBusy: true }
  | { stoppedBy: string }
  | { result: 'granted'; grantId: string }
  | { result: Refused; refusal: string }

async function give(
  ctx: AppContext,
  { campaignId, rewardId }: GrantBatch,
  row: GrantBatchRow,
  protection: Protection | undefined,
): Promise<Answer> {
  const toolId = directToolOf(campaignId)
  const asked = { toolId, action: 'give', input: { rewardId } }
  const request: ActionRequest = {
    ...asked,
    memberId: row.memberId,
    key: keyOf(row),
    inputHash: sha256Hex(canonicalJson(asked)),
    ...(protection && { protection }),
  }
  try {
    const outcome = await ctx.combiner.submit(campaignId, request)
    const answer = answerOf(outcome)
    // Stopped, the row is not refused: it is still to come.
    if ('refusal' in answer) noteRefusal(ctx, campaignId, request, outcome)
    return answer
  } catch (error) {
    if (refusedBecause(error) === 'unavailable') throw error
    ctx.log.error({ err: error, batchId: row.batchId, position: row.position }, 'a row could not be given')
    return { result: 'failed', refusal: error instanceof AppError ? error.code : 'internal' }
  }
}

function answerOf(outcome: Outcome): Answer {
  const { status } = outcome
  if (status === 'busy') return { isBusy: true }
  if (STOPS.includes(status)) return { stoppedBy: status }
  if (outcome.status !== 'granted')
    return { result: 'refused', refusal: 'rule' in outcome ? `${status}:${outcome.rule}` : status }
  const [reward] = outcome.rewards
  if (!reward) throw new Error('something was granted, and nothing of it is known')
  return { result: 'granted', grantId: reward.id }
}

/** Support finds it where all that gave nothing is found. */
function noteRefusal(ctx: AppContext, campaignId: string, request: ActionRequest, outcome: Outcome): void {
  const { memberId, toolId, action, refused } = request
  if (!refused || outcome.status === 'granted' || outcome.status === 'done') return
  ctx.decisions.note(
    { memberId, toolId, campaignId, action, status: outcome.status, ...refused },
    ctx.clock.now(),
  )
}

async function note(ctx: AppContext, rows: GrantBatchRow[], answers: Answer[]): Promise<void> {
  const settledAt = ctx.clock.now()
  const given: { batchId: string; position: number; grantId: string; settledAt: Date }[] = []
  const notGiven: { batchId: string; position: number; result: Refused; refusal: string; settledAt: Date }[] =
    []
  rows.forEach(({ batchId, position }, i) => {
    const answer = answers[i]
    if (!answer || !('result' in answer)) return
    const row = { batchId, position, settledAt }
    if (answer.result === 'granted') given.push({ ...row, grantId: answer.grantId })
    else notGiven.push({ ...row, result: answer.result, refusal: answer.refusal })
  })
  if (given.length + notGiven.length === 0) return
  await ctx.db.transaction(async (tx) => {
    await tx.change(noteGiven, given)
    await tx.change(noteNotGiven, notGiven)
  })
}

const { result, refusal, grantId, settledAt } = grantBatchRow

/** That something was given is noted whatever was noted before: a grant is there. */
const noteGiven = change(grantBatchRow, ['batchId', 'position'], {
  given: { grantId, settledAt },
  set: (given) => ({ ...given, result: sql`'granted'`, refusal: sql`null` }),
})

const noteNotGiven = change(grantBatchRow, ['batchId', 'position'], {
  given: { result, refusal, settledAt },
  set: (given) => given,
  setWhere: () => sql`${result} = 'waiting'`,
})
