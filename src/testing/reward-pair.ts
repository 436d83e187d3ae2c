import { expect } from 'vitest'
import type { RewardTerms } from '@/schemas/reward'
import { account, and, campaign, counter, eq, grant, inArray, reward, tool } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { allocate, CAMPAIGN_ACCOUNTS, DEPARTMENT, openAccounts } from '@/src/services/budgets/ledger'
import { moveMoney, readAccounts } from '@/src/services/budgets/transfer'
import type { StaffContext } from '@/src/services/context'
import { expireGrants } from '@/src/services/grants/expire'
import { lockGrants, unlockGrants } from '@/src/services/grants/lock'
import { redeemGrants } from '@/src/services/grants/redeem'
import { reverseRedemption } from '@/src/services/grants/reverse'
import { revokeGrant } from '@/src/services/grants/revoke'
import { untilGuarded } from '@/src/services/guard'
import { spent } from '@/src/services/wallets/state'
import { readWallets, writeWallets } from '@/src/services/wallets/store'

import { REWARDS, type RewardEvent } from './reward-histories'
import { type ModelReward, RewardModel } from './reward-model'
import type { World } from './world'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

type Tx = Parameters<Parameters<World['ctx']['db']['transaction']>[0]>[0]

/** Where a run plays: whoever takes part, and what it may spend. */
export interface RewardScene {
  world: World
  memberIds: readonly string[]
  budgetFen: number
  contingencyFen: number
}

/** One campaign of the engine's and the model of it. `play` does the same to both. */
export async function aPair(scene: RewardScene): Promise<RewardPair> {
  const { world, budgetFen, contingencyFen } = scene
  const admin = await world.as('admin')
  const now = world.clock.now()
  const rewardIds = REWARDS.map(() => newId('rwd', now))
  const ids = { campaign: newId('cmp', now), tool: newId('tool', now) }
  await world.ctx.db.transaction(async (tx) => {
    await fillIn(tx, { ...ids, rewardIds, budgetFen, staffId: admin.staff?.id ?? '', now })
    await setContingency(tx, contingencyFen, now)
  })
  const model = new RewardModel(REWARDS, { budgetFen, contingencyFen })
  model.now = now.getTime()
  model.points.push(...(await pointsOf(world, scene.memberIds)))
  const overdraftBefore = await overdraftFen(world)
  return new RewardPair({ ...scene, ...ids, admin, rewardIds, model, overdraftBefore })
}

interface Filled {
  campaign: string
  tool: string
  rewardIds: string[]
  budgetFen: number
  staffId: string
  now: Date
}

/** The rows of a campaign that runs, its rewards with their stock, and a tool that gives them. */
async function fillIn(tx: Tx, o: Filled): Promise<void> {
  const { now, rewardIds } = o
  const stamps = { createdBy: o.staffId, createdAt: now, updatedAt: now }
  const named = { name: 'model', ...stamps }
  const endsAt = new Date(now.getTime() + 900 * DAY_MS)
  await tx.insert(campaign).values({
    id: o.campaign,
    state: 'scheduled',
    startsAt: new Date(now.getTime() - DAY_MS),
    endsAt,
    ...named,
  })
  await openAccounts(tx, o.campaign, CAMPAIGN_ACCOUNTS, now)
  const given = { amountFen: o.budgetFen, cause: 'allocation' as const, causeId: o.campaign }
  await allocate(tx, { campaignId: o.campaign, ...given, now })
  const idOf = (i: number) => rewardIds[i] as string
  await tx.insert(reward).values(
    REWARDS.map((each, i) => ({
      id: idOf(i),
      kind: each.kind,
      title: each.kind,
      terms: termsOf(each),
      reservation: { kind: 'full' as const },
      reservedFenEach: each.reservedFen,
      ...stamps,
    })),
  )
  await tx
    .insert(counter)
    .values(REWARDS.map(({ cap }, i) => ({ scope: 'stock', key: idOf(i), used: 0, cap })))
  const config = { coupons: REWARDS.map(({ perMember }, i) => ({ rewardId: idOf(i), perMember })) }
  const plays = { type: 'coupon-wall', version: 1, config, revision: 1 }
  await tx.insert(tool).values({ id: o.tool, campaignId: o.campaign, ...plays, ...named })
}

function termsOf({ kind, worthFen: amountFen, validDays: days, points = 0 }: ModelReward): RewardTerms {
  if (kind === 'cash') return { kind, amountFen, useLink: '' }
  if (kind === 'points') return { kind, points, costFen: amountFen, validDays: days, useLink: '' }
  return { kind, amountFen, thresholdFen: 0, validity: { kind: 'days', days }, useLink: '' }
}

interface Together extends RewardScene {
  campaign: string
  tool: string
  admin: StaffContext
  rewardIds: string[]
  model: RewardModel
  overdraftBefore: number
}

export class RewardPair {
  /** The engine's ids by the model's places. */
  private readonly grantIds: string[] = []
  private readonly redemptionIds: string[] = []

  constructor(private readonly o: Together) {}

  async play(e: RewardEvent): Promise<void> {
    const { world, model } = this.o
    switch (e.do) {
      case 'claim':
        return this.claimAll(e.claims)
      case 'lock':
      case 'unlock':
      case 'redeem':
      case 'revoke': {
        const place = e.which % Math.max(1, model.grants.length)
        const grantId = this.grantIds[place]
        return grantId === undefined ? undefined : this.playOnGrant(e, place, grantId)
      }
      case 'reverse':
        return this.reverse(e)
      case 'burn':
        return this.burn(e)
      case 'wait':
        world.clock.advance(e.minutes * MINUTE_MS)
        model.now += e.minutes * MINUTE_MS
        return
      case 'tidy':
        await expireGrants(world.ctx)
        return model.tidy()
      case 'topUp':
        return this.topUp(e.fen)
      case 'suspend':
        return this.suspend(e.isOn)
    }
  }

  /** Compares everything the engine keeps with what the model says. */
  async compare(): Promise<void> {
    const { world, campaign: id, model, rewardIds, overdraftBefore } = this.o
    const { read } = world.ctx.db
    const own = (await readAccounts(read, [id])).get(id)
    expect({
      allocated: own?.allocated.balanceFen,
      reserved: own?.reserved.balanceFen,
      committed: own?.committed.balanceFen,
      contingency: own?.contingency.balanceFen,
      overdraft: (own?.overdraft.balanceFen ?? 0) - overdraftBefore,
    }).toEqual(model.fen)
    const rows = await read.select().from(grant).where(eq(grant.campaignId, id))
    const found = new Map(rows.map((row) => [row.id, row]))
    expect(rows).toHaveLength(model.grants.length)
    model.grants.forEach(({ state, reservedFen, redeemedFen }, place) => {
      const row = found.get(this.grantIds[place] ?? '')
      expect([row?.state, row?.reservedFen, row?.redeemedFen]).toEqual([state, reservedFen, redeemedFen])
    })
    const stock = await read
      .select()
      .from(counter)
      .where(and(eq(counter.scope, 'stock'), inArray(counter.key, rewardIds)))
    const used = new Map(stock.map((row) => [row.key, row.used]))
    expect(rewardIds.map((each) => used.get(each))).toEqual(REWARDS.map((_, i) => model.stockUsed(i)))
    expect(await pointsOf(world, this.o.memberIds)).toEqual(model.points)
  }

  private async claimAll(claims: { member: number; reward: number; key: string }[]): Promise<void> {
    const { world, model, memberIds, rewardIds, campaign: id, tool: toolId } = this.o
    const outcomes = await Promise.all(
      claims.map(({ member, reward: r, key }) =>
        world.ctx.combiner
          .submit(id, {
            memberId: memberIds[member] ?? '',
            toolId,
            action: 'claim',
            input: { rewardId: rewardIds[r] },
            key: `${id}-${key}`,
            inputHash: `${r}`,
          })
          .catch((error) => error),
      ),
    )
    claims.forEach(({ member, reward: r, key }, i) => {
      const outcome = outcomes[i]
      // The same key for another coupon is an error and changes nothing.
      if (outcome?.code === 'idempotency_mismatch') return
      const place = model.claim(member, r, key)
      const said = `claim ${member} ${r} ${key}: ${JSON.stringify(outcome)}`
      expect(outcome.status === 'granted', said).toBe(place !== undefined)
      if (place === undefined) return
      this.grantIds[place] ??= outcome.rewards[0].id
      expect(outcome.rewards[0].id).toBe(this.grantIds[place])
    })
  }

  private async playOnGrant(
    e: Extract<RewardEvent, { do: 'lock' | 'unlock' | 'redeem' | 'revoke' }>,
    place: number,
    grantId: string,
  ): Promise<void> {
    const { world, model, memberIds, admin } = this.o
    const at = world.clock.now()
    const memberId = memberIds[model.grants[place]?.member ?? 0] ?? ''
    if (e.do === 'redeem') return this.redeem(e, place, { grantId, memberId })
    if (e.do === 'revoke') {
      const did = await isDone(revokeGrant({ ctx: admin, input: { id: grantId, reason: 'mistake' } }))
      return expect(did, `revoke ${place}`).toBe(model.revoke(place))
    }
    const o = { grantIds: [grantId], memberId, orderRef: e.order }
    if (e.do === 'unlock') {
      const unlocked = await this.inTx((tx) => unlockGrants(tx, o))
      return expect(unlocked).toBe(Number(model.unlock(place, e.order)))
    }
    const until = new Date(at.getTime() + e.minutes * MINUTE_MS)
    const did = await isDone(this.inTx((tx) => lockGrants(tx, { ...o, until }, at)))
    expect(did, `lock ${place}`).toBe(model.lock(place, e.order, e.minutes * MINUTE_MS))
  }

  private async redeem(
    e: Extract<RewardEvent, { do: 'redeem' }>,
    place: number,
    of: { grantId: string; memberId: string },
  ): Promise<void> {
    const { model, world, campaign: id } = this.o
    const worth = REWARDS[model.grants[place]?.reward ?? 0]?.worthFen ?? 0
    const costFen = Math.max(1, Math.floor((worth * e.share) / 100))
    // Keys are the shop's own: another order, grant or cost under the same key is its mistake.
    const idempotency = `${id}-${e.key}-${place}-${e.order}-${costFen}`
    const known = model.redemptions.length
    let made: string | undefined
    const did = await isDone(
      this.inTx((tx) =>
        redeemGrants(tx, [{ ...of, orderRef: e.order, costFen, lines: [], idempotency }], world.clock.now()),
      ).then(({ redemptions }) => {
        made = redemptions[0]?.id
      }),
    )
    expect(did, `redeem ${place} by ${e.order}`).toBe(model.redeem(place, e.order, costFen, idempotency))
    if (model.redemptions.length > known && made) this.redemptionIds.push(made)
  }

  private async reverse(e: Extract<RewardEvent, { do: 'reverse' }>): Promise<void> {
    const { model, world } = this.o
    const chosen = e.which % Math.max(1, this.redemptionIds.length)
    const redemptionId = this.redemptionIds[chosen]
    if (!redemptionId) return
    const left = model.redemptions[chosen]?.parts.reduce((sum, part) => sum + part.leftFen, 0) ?? 0
    const amountFen = Math.ceil((left * e.share) / 100)
    const idempotency = `${redemptionId}-${e.key}-${amountFen}-${model.redemptions.length}-${left}`
    const o = { redemptionId, amountFen, reason: 'refund', idempotency }
    const did = await isDone(this.inTx((tx) => reverseRedemption(tx, o, world.clock.now())))
    expect(did, `reverse ${amountFen} of ${left}`).toBe(model.reverse(chosen, amountFen, idempotency))
  }

  private async burn({ member, points }: Extract<RewardEvent, { do: 'burn' }>): Promise<void> {
    const { world, model, memberIds } = this.o
    const memberId = memberIds[member] ?? ''
    const now = world.clock.now()
    const did = await this.inTx(async (tx) => {
      const before = (await readWallets(tx, [memberId])).get(memberId)
      const after = before && spent(before, { points, cashFen: 0 }, now)
      if (!after) return false
      const by = {
        id: newId('wen', now),
        cause: 'spend' as const,
        causeId: newId('out', now),
        createdAt: now,
      }
      await writeWallets(
        tx,
        [{ memberId, before, after }],
        [{ ...by, memberId, unit: 'points', amount: -points }],
        now,
      )
      return true
    })
    expect(did, `burn ${points}`).toBe(model.burn(member, points))
  }

  private async topUp(amountFen: number): Promise<void> {
    const { world, model, campaign: campaignId } = this.o
    const now = world.clock.now()
    const cause = { cause: 'top_up' as const, causeId: newId('out', now) }
    await this.inTx((tx) => allocate(tx, { campaignId, amountFen, ...cause, now }))
    model.fen.allocated += amountFen
  }

  private async suspend(isOn: boolean): Promise<void> {
    const state = isOn ? ('suspended' as const) : ('scheduled' as const)
    await this.inTx((tx) =>
      tx.update(campaign).set({ state }).where(eq(campaign.id, this.o.campaign)).returning(),
    )
    this.o.model.isSuspended = isOn
  }

  private inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return untilGuarded(() => this.o.world.ctx.db.transaction(work))
  }
}

/** True when it was done, false when it was refused; anything else is a defect. */
function isDone(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    (error) => {
      if (error?.name === 'AppError') return false
      throw error
    },
  )
}

/** What members have in points less what they owe. */
async function pointsOf(world: World, memberIds: readonly string[]): Promise<number[]> {
  const wallets = await readWallets(world.ctx.db.read, [...memberIds])
  return memberIds.map((id) => {
    const { points = 0, owed = 0 } = wallets.get(id) ?? {}
    return points - owed
  })
}

async function overdraftFen(world: World): Promise<number> {
  const [row] = await world.ctx.db.read
    .select()
    .from(account)
    .where(and(eq(account.ownerId, DEPARTMENT), eq(account.kind, 'overdraft')))
  return row?.balanceFen ?? 0
}

/** The department's contingency is every campaign's: each run begins with as much as it asks for. */
async function setContingency(tx: Tx, fen: number, now: Date): Promise<void> {
  const [own] = (await readAccounts(tx, [DEPARTMENT])).values()
  if (!own) throw new Error('no department')
  const missing = fen - own.contingency.balanceFen
  const way =
    missing >= 0 ? { from: own.source, to: own.contingency } : { from: own.contingency, to: own.source }
  const cause = { cause: 'contingency' as const, causeId: newId('out', now) }
  await moveMoney(tx, [{ ...way, amountFen: Math.abs(missing), merchantFen: 0, ...cause }], now)
}
