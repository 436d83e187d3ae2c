import { expect } from 'vitest'
import type { RewardTerms } from '@/schemas/reward'
import { account, and, campaign, counter, eq, grant, inArray, reward, tool } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { allocate, CAMPAIGN_ACCOUNTS, DEPARTMENT, openAccounts } from '@/src/services/budgets/ledger'
import { moveMoney, readAccounts } from '@/src/services/budgets/transfer'
import { expireGrants } from '@/src/services/grants/expire'
import { lockGrants, unlockGrants } from '@/src/services/grants/lock'
import { redeemGrants } from '@/src/services/grants/redeem'
import { reverseRedemption } from '@/src/services/grants/reverse'
import { revokeGrant } from '@/src/services/grants/revoke'
import { untilGuarded } from '@/src/services/guard'

import { REWARDS, type RewardEvent } from './reward-histories'
import { RewardModel } from './reward-model'
import type { World } from './world'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** One campaign of the engine's and its model, and how the events are played on both. */
export async function aPair(world: World, memberIds: string[], budgetFen: number, contingencyFen: number) {
  const { db, combiner } = world.ctx
  const admin = await world.as('admin')
  const staffId = admin.staff?.id ?? ''
  const now = world.clock.now()
  const ids = { campaign: newId('cmp', now), tool: newId('tool', now) }
  const rewardIds = REWARDS.map(() => newId('rwd', now))
  const stamps = { createdBy: staffId, createdAt: now, updatedAt: now }
  await db.transaction(async (tx) => {
    const ends = new Date(now.getTime() + 900 * DAY_MS)
    await tx
      .insert(campaign)
      .values({ id: ids.campaign, name: 'm', state: 'scheduled', startsAt: now, endsAt: ends, ...stamps })
    await openAccounts(tx, ids.campaign, CAMPAIGN_ACCOUNTS, now)
    await allocate(tx, {
      campaignId: ids.campaign,
      amountFen: budgetFen,
      cause: 'allocation',
      causeId: ids.campaign,
      now,
    })
    await tx.insert(reward).values(
      REWARDS.map(({ kind, worthFen, reservedFen, validDays }, i) => ({
        id: rewardIds[i] as string,
        kind,
        title: kind,
        terms: (kind === 'cash'
          ? { kind, amountFen: worthFen, useLink: '' }
          : {
              kind,
              amountFen: worthFen,
              thresholdFen: 0,
              validity: { kind: 'days', days: validDays },
              useLink: '',
            }) as RewardTerms,
        reservation: { kind: 'full' as const },
        reservedFenEach: reservedFen,
        ...stamps,
      })),
    )
    await tx
      .insert(counter)
      .values(REWARDS.map(({ cap }, i) => ({ scope: 'stock', key: rewardIds[i] as string, used: 0, cap })))
    const coupons = REWARDS.map(({ perMember }, i) => ({ rewardId: rewardIds[i], perMember }))
    await tx.insert(tool).values({
      id: ids.tool,
      campaignId: ids.campaign,
      type: 'coupon-wall',
      version: 1,
      name: 'm',
      config: { coupons },
      revision: 1,
      ...stamps,
    })
    await setContingency(world, contingencyFen, tx)
  })
  const model = new RewardModel(REWARDS, { budgetFen, contingencyFen })
  model.now = now.getTime()
  const overdraftBefore = await departmentFen(world, 'overdraft')
  /** The engine's ids by the model's places. */
  const grantIds: string[] = []
  const redemptionIds: string[] = []
  const isDone = (work: Promise<unknown>) =>
    work.then(
      () => true,
      (error) => {
        if (error?.name === 'AppError') return false
        throw error
      },
    )
  const inTx = <T>(work: Parameters<typeof db.transaction<T>>[0]) => untilGuarded(() => db.transaction(work))
  const memberOf = (place: number) => memberIds[model.grants[place]?.member ?? 0] ?? ''

  async function claimAll(claims: { member: number; reward: number; key: string }[]) {
    const outcomes = await Promise.all(
      claims.map(({ member: m, reward: r, key }) =>
        combiner
          .submit(ids.campaign, {
            memberId: memberIds[m] ?? '',
            toolId: ids.tool,
            action: 'claim',
            input: { rewardId: rewardIds[r] },
            key: `${ids.campaign}-${key}`,
            inputHash: `${r}`,
          } as Parameters<typeof combiner.submit>[1])
          .catch((error) => error),
      ),
    )
    claims.forEach(({ member: m, reward: r, key }, i) => {
      const outcome = outcomes[i]
      // The same key for another coupon is an error and changes nothing.
      if (outcome?.code === 'idempotency_mismatch') return
      const place = model.claim(m, r, key)
      expect(outcome.status === 'granted', `claim ${m} ${r} ${key}: ${JSON.stringify(outcome)}`).toBe(
        place !== undefined,
      )
      if (place !== undefined) {
        grantIds[place] ??= outcome.rewards[0].id
        expect(outcome.rewards[0].id).toBe(grantIds[place])
      }
    })
  }

  async function play(e: RewardEvent): Promise<void> {
    const place = 'which' in e && e.do !== 'reverse' ? e.which % Math.max(1, model.grants.length) : 0
    const grantId = grantIds[place]
    const at = world.clock.now()
    switch (e.do) {
      case 'claim':
        return claimAll(e.claims)
      case 'lock': {
        if (!grantId) return
        const until = new Date(at.getTime() + e.minutes * MINUTE_MS)
        const o = { grantIds: [grantId], memberId: memberOf(place), orderRef: e.order, until }
        const did = await isDone(inTx((tx) => lockGrants(tx, o, at)))
        return expect(did).toBe(model.lock(place, e.order, e.minutes * MINUTE_MS))
      }
      case 'unlock': {
        if (!grantId) return
        const o = { grantIds: [grantId], memberId: memberOf(place), orderRef: e.order }
        return expect(await inTx((tx) => unlockGrants(tx, o))).toBe(Number(model.unlock(place, e.order)))
      }
      case 'redeem': {
        if (!grantId) return
        const worth = REWARDS[model.grants[place]?.reward ?? 0]?.worthFen ?? 0
        const costFen = Math.max(1, Math.floor((worth * e.share) / 100))
        // Keys are the shop's own: another order, grant or cost under the same key is its mistake.
        const key = `${ids.campaign}-${e.key}-${place}-${e.order}-${costFen}`
        const o = {
          grantId,
          memberId: memberOf(place),
          orderRef: e.order,
          costFen,
          lines: [],
          idempotency: key,
        }
        const known = model.redemptions.length
        let made: string | undefined
        const did = await isDone(
          inTx((tx) => redeemGrants(tx, [o], at)).then(({ redemptions }) => {
            made = redemptions[0]?.id
          }),
        )
        expect(did, `redeem ${place} by ${e.order}`).toBe(model.redeem(place, e.order, costFen, key))
        if (model.redemptions.length > known && made) redemptionIds.push(made)
        return
      }
      case 'reverse': {
        const chosen = e.which % Math.max(1, redemptionIds.length)
        const redemptionId = redemptionIds[chosen]
        if (!redemptionId) return
        const left = model.redemptions[chosen]?.parts.reduce((sum, part) => sum + part.leftFen, 0) ?? 0
        const amountFen = Math.ceil((left * e.share) / 100)
        const key = `${redemptionId}-${e.key}-${amountFen}-${model.redemptions.length}-${left}`
        const o = { redemptionId, amountFen, reason: 'refund', idempotency: key }
        const did = await isDone(inTx((tx) => reverseRedemption(tx, o, at)))
        return expect(did, `reverse ${amountFen} of ${left}`).toBe(model.reverse(chosen, amountFen, key))
      }
      case 'revoke': {
        if (!grantId) return
        const did = await isDone(revokeGrant({ ctx: admin, input: { id: grantId, reason: 'mistake' } }))
        return expect(did, `revoke ${place}`).toBe(model.revoke(place))
      }
      case 'wait':
        world.clock.advance(e.minutes * MINUTE_MS)
        model.now += e.minutes * MINUTE_MS
        return
      case 'tidy':
        await expireGrants(world.ctx)
        return model.tidy()
      case 'topUp':
        await inTx((tx) =>
          allocate(tx, {
            campaignId: ids.campaign,
            amountFen: e.fen,
            cause: 'top_up',
            causeId: newId('out', at),
            now: at,
          }),
        )
        model.fen.allocated += e.fen
        return
      case 'suspend': {
        const state = e.isOn ? ('suspended' as const) : ('scheduled' as const)
        await inTx((tx) =>
          tx.update(campaign).set({ state }).where(eq(campaign.id, ids.campaign)).returning(),
        )
        model.isSuspended = e.isOn
      }
    }
  }

  /** Everything the engine keeps, beside what the model says. */
  async function compare(): Promise<void> {
    const own = (await readAccounts(db.read, [ids.campaign])).get(ids.campaign)
    expect({
      allocated: own?.allocated.balanceFen,
      reserved: own?.reserved.balanceFen,
      committed: own?.committed.balanceFen,
      contingency: own?.contingency.balanceFen,
      overdraft: (own?.overdraft.balanceFen ?? 0) - overdraftBefore,
    }).toEqual(model.fen)
    const rows = await db.read.select().from(grant).where(eq(grant.campaignId, ids.campaign))
    const found = new Map(rows.map((row) => [row.id, row]))
    expect(rows).toHaveLength(model.grants.length)
    model.grants.forEach(({ state, reservedFen, redeemedFen }, place) => {
      const row = found.get(grantIds[place] ?? '')
      expect([row?.state, row?.reservedFen, row?.redeemedFen]).toEqual([state, reservedFen, redeemedFen])
    })
    const stock = await db.read
      .select()
      .from(counter)
      .where(and(eq(counter.scope, 'stock'), inArray(counter.key, rewardIds)))
    const used = new Map(stock.map((row) => [row.key, row.used]))
    expect(rewardIds.map((id) => used.get(id))).toEqual(REWARDS.map((_, i) => model.stockUsed(i)))
  }
  return { play, compare }
}

async function departmentFen(world: World, kind: 'contingency' | 'overdraft'): Promise<number> {
  const [row] = await world.ctx.db.read
    .select()
    .from(account)
    .where(and(eq(account.ownerId, DEPARTMENT), eq(account.kind, kind)))
  return row?.balanceFen ?? 0
}

/** The department's contingency is every campaign's: each run begins with as much as it asks for. */
async function setContingency(
  world: World,
  fen: number,
  tx: Parameters<Parameters<World['ctx']['db']['transaction']>[0]>[0],
) {
  const own = [...(await readAccounts(tx, [DEPARTMENT])).values()][0]
  if (!own) throw new Error('no department')
  const missing = fen - own.contingency.balanceFen
  const way =
    missing >= 0 ? { from: own.source, to: own.contingency } : { from: own.contingency, to: own.source }
  const now = world.clock.now()
  await moveMoney(
    tx,
    [
      {
        ...way,
        amountFen: Math.abs(missing),
        merchantFen: 0,
        cause: 'contingency',
        causeId: newId('out', now),
      },
    ],
    now,
  )
}
