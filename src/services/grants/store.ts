import type { Outcome } from '@/schemas/outcome'
import { merchantFenOf } from '@/schemas/reward'
import {
  draw,
  entry,
  grant,
  hold,
  insertion,
  lookup,
  member,
  type ReadDb,
  requestOutcome,
  type Tx,
} from '@/src/db'
import { newId } from '@/src/lib/ids'
import { addToBalance, takeFromBalance } from '../budgets/ledger'
import { postChances } from '../chances/store'
import { GuardFailed, guard } from '../guard'
import type { RewardRow } from '../rewards/internal'
import { writeSubmissions } from '../submissions/write'
import { writeToolRows } from '../tools/rows'
import { EMPTY_WALLET } from '../wallets/state'
import { writeWallets } from '../wallets/store'
import type { Accepted, NewDraw, NewGrant } from './batch'
import { counterText, startCounters, type Take, takeCounters } from './counters'
import { heldReward } from './held-reward'
import { takeFromHolds } from './holds'
import { isOpen } from './state'
import { assignCodes } from './voucher-codes'
import type { WorkingSet } from './working-set'

export interface AnsweredRequest {
  memberId: string
  key: string
  inputHash: string
  /** The outcome's JSON. */
  outcome: string
}

/** A member's keys are their own. Neither part holds a colon. */
export const requestText = ({ memberId, key }: { memberId: string; key: string }) => `${memberId}:${key}`

/** The nicknames of the requests' members, of those there are. */
export async function readNicknames(tx: Tx, requests: { memberId: string }[]): Promise<Map<string, string>> {
  const ids = [...new Set(requests.map((r) => r.memberId))]
  const rows = await tx.find(
    nicknameOf,
    ids.map((id) => ({ id })),
  )
  return new Map(rows.map((row) => [row.id, row.nickname]))
}

const nicknameOf = lookup(member, ['id'], { columns: ['id', 'nickname'] })

/** What was answered before to requests with these keys. */
export async function readAnswered(
  db: ReadDb,
  requests: { memberId: string; key: string }[],
): Promise<Map<string, AnsweredRequest>> {
  const rows = await db.find(answerTo, requests)
  return new Map(rows.map((row) => [requestText(row), row]))
}

const answerTo = lookup(requestOutcome, ['memberId', 'key'], {
  columns: ['memberId', 'key', 'inputHash', 'outcome'],
})

/**
 * Writes a decided batch and answers each request's whole outcome. Tables are touched in one order,
 * and rows of a table in the order of their keys, so that processes settling at the same time wait
 * for each other and never in a ring. Whatever else moves these rows keeps the same order.
 *
 * @throws GuardFailed when a row held less than was decided, or a request was answered meanwhile.
 */
export async function writeBatch(
  tx: Tx,
  set: WorkingSet,
  accepted: Accepted[],
  { now, submissionKey }: { now: Date; submissionKey: Buffer | undefined },
): Promise<Map<Accepted, Outcome>> {
  if (accepted.length === 0) return new Map()
  await moveBalances(tx, set)
  await startCounters(tx, set.priorTaken())
  guard(await takeCounters(tx, sorted(set.limits), 'take'), 'limits')
  guard(await takeCounters(tx, sorted(set.stock), 'row'), 'stock')
  await writeHolds(tx, set, now)
  guard(await writeToolRows(tx, [...set.writtenRows.values()].sort(byToolAndKey), now), 'rows')
  await moveChances(tx, set)
  await moveWallets(tx, set, now)
  const grants = accepted.flatMap((each) => each.grants)
  await giveCodes(tx, grants)
  await writeGrants(tx, set, grants, now)
  await writeDraws(tx, [...set.draws.values()])
  await writeSubmissions(tx, inOrder([...set.submissions.values()], requestText), submissionKey)
  const outcomes = new Map(accepted.map((each) => [each, wholeOutcome(each, now)]))
  await writeOutcomes(tx, outcomes, now)
  return outcomes
}

async function moveBalances(tx: Tx, set: WorkingSet): Promise<void> {
  for (const campaignId of [...set.balances.keys()].sort()) {
    const reservedFen = set.reservedFen.get(campaignId) ?? 0
    const spentFen = set.spentFen.get(campaignId) ?? 0
    const spentOfHeldFen = set.spentOfHeldFen.get(campaignId) ?? 0
    const { allocated, reserved, committed } = balancesOf(set, campaignId)
    if (reservedFen + spentFen > 0)
      guard(await takeFromBalance(tx, allocated.id, reservedFen + spentFen), 'budget')
    if (reservedFen > 0) await addToBalance(tx, reserved.id, reservedFen)
    // A hold opened in this very batch is in what was just added.
    if (spentOfHeldFen > 0) guard(await takeFromBalance(tx, reserved.id, spentOfHeldFen), 'budget')
    if (spentFen + spentOfHeldFen > 0) await addToBalance(tx, committed.id, spentFen + spentOfHeldFen)
  }
}

async function writeHolds(tx: Tx, set: WorkingSet, now: Date): Promise<void> {
  const opened = [...set.newHolds.values()].sort(byToolAndKey).map((row) => ({ ...row, createdAt: now }))
  guard((await tx.put(newHolds, opened)) === opened.length, 'holds')
  const takes = [...set.fromHolds.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  guard(await takeFromHolds(tx, takes), 'holds')
}

const newHolds = insertion(hold, 'leaves')

async function moveChances(tx: Tx, set: WorkingSet): Promise<void> {
  if (set.chanceEntries.size === 0) return
  const posted = await postChances(tx, [...set.chanceEntries.values()])
  guard(posted.length === set.chanceEntries.size, 'chance entries')
}

async function writeDraws(tx: Tx, draws: NewDraw[]): Promise<void> {
  const rows = inOrder(draws, requestText)
  guard((await tx.put(newDraws, rows)) === rows.length, 'draws')
}

const newDraws = insertion(draw, 'leaves')

function moveWallets(tx: Tx, set: WorkingSet, now: Date): Promise<void> {
  const changes = [...set.walletsBefore].map(([memberId, before]) => ({
    memberId,
    before,
    after: set.loaded.wallets.get(memberId) ?? EMPTY_WALLET,
  }))
  const entries = [...set.walletEntries.values()].map((row) => ({ ...row, id: newId('wen', now) }))
  return writeWallets(tx, changes, entries, now)
}

/** Puts a partner's code into each grant that gives one. */
async function giveCodes(tx: Tx, grants: NewGrant[]): Promise<void> {
  const waiting = grants.filter((g) => g.given.kind === 'partner_voucher')
  for (const rewardId of [...new Set(waiting.map((g) => g.rewardId))].sort()) {
    const ofReward = waiting.filter((g) => g.rewardId === rewardId)
    const codes = await assignCodes(
      tx,
      rewardId,
      ofReward.map((g) => g.id),
    )
    if (!codes) throw new GuardFailed('codes')
    for (const g of ofReward) {
      if (g.given.kind === 'partner_voucher') g.given = { ...g.given, code: codes.get(g.id) ?? '' }
    }
  }
}

async function writeGrants(tx: Tx, set: WorkingSet, grants: NewGrant[], now: Date): Promise<void> {
  const rows = [...grants].sort((a, b) => (a.idempotency < b.idempotency ? -1 : 1))
  guard((await tx.put(newGrants, rows)) === rows.length, 'grants')
  await writeEntries(tx, set, grants, now)
}

const newGrants = insertion(grant, 'leaves')

async function writeEntries(tx: Tx, set: WorkingSet, grants: NewGrant[], now: Date): Promise<void> {
  const ofGrants = grants.flatMap((g) => {
    const { allocated, reserved, committed } = balancesOf(set, g.campaignId)
    const from = g.isHeld ? reserved : allocated
    const to = isOpen(g.state) ? reserved : committed
    // What comes out of a hold and stays open is reserved by the hold's entry already.
    if (from === to || g.reservedFen === 0) return []
    const cause = isOpen(g.state) ? ('reservation' as const) : ('redemption' as const)
    return [{ from, to, cause, causeId: g.id, amountFen: g.reservedFen, reward: g.reward }]
  })
  // What a hold was opened with; what was granted from it in this very batch is part of that.
  const ofHolds = [...set.openedFen].map(([causeId, { campaignId, rewardId, amountFen }]) => {
    const { allocated: from, reserved: to } = balancesOf(set, campaignId)
    return { from, to, cause: 'hold' as const, causeId, amountFen, reward: rewardOf(set, rewardId) }
  })
  const entries = [...ofHolds, ...ofGrants].map(({ from, to, cause, causeId, amountFen, reward }) => ({
    id: newId('ent', now),
    debitAccountId: from.id,
    creditAccountId: to.id,
    amountFen,
    merchantFen: merchantFenOf(reward.bearer, amountFen),
    cause,
    causeId,
    createdAt: now,
  }))
  await tx.put(newEntries, entries)
}

const newEntries = insertion(entry)

function rewardOf(set: WorkingSet, rewardId: string): RewardRow {
  const reward = set.loaded.rewards.get(rewardId)
  if (!reward) throw new Error(`the reward ${rewardId} was not loaded`)
  return reward
}

function wholeOutcome({ outcome, grants }: Accepted, now: Date): Outcome {
  const { status, ...rest } = outcome
  if (status !== 'granted') return { status, ...rest }
  return { status, rewards: grants.map((g) => heldReward(g, g.reward, now)), ...rest }
}

async function writeOutcomes(tx: Tx, outcomes: Map<Accepted, Outcome>, now: Date): Promise<void> {
  const rows = inOrder([...outcomes], ([{ request }]) => requestText(request)).map(
    ([{ request }, outcome]) => ({
      memberId: request.memberId,
      key: request.key,
      inputHash: request.inputHash,
      outcome: JSON.stringify(outcome),
      createdAt: now,
    }),
  )
  guard((await tx.put(newOutcomes, rows)) === rows.length, 'outcomes')
}

const newOutcomes = insertion(requestOutcome, 'leaves')

function balancesOf(set: WorkingSet, campaignId: string) {
  const balances = set.balances.get(campaignId)
  if (!balances) throw new Error(`the accounts of ${campaignId} were not loaded`)
  return balances
}

const sorted = (takes: Map<string, Take>) => inOrder([...takes.values()], counterText)

/** The rows in the order of their keys, each of which is spelt once. */
function inOrder<Row>(rows: Row[], keyOf: (row: Row) => string): Row[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row)
}

function byToolAndKey(a: { toolId: string; key: string }, b: { toolId: string; key: string }): number {
  if (a.toolId !== b.toolId) return a.toolId < b.toolId ? -1 : 1
  return a.key < b.key ? -1 : 1
}
