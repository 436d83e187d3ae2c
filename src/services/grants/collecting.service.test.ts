import { expect, test } from 'vitest'
import { campaign, counter, deliveryAddress, eq, grant, type Tx } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { expandingPackets } from '@/src/testing/builders/expanding-packets'
import { aCoupon, aThing, someCash } from '@/src/testing/builders/rewards'
import { AN_ADDRESS, wonPrizes } from '@/src/testing/builders/won-prizes'
import { comesBetween } from '@/src/testing/comes-between'
import { aWorld, type World } from '@/src/testing/world'
import { extendCollecting, readCampaign, transitionCampaign, updateCampaign } from '../campaigns'
import { withdraw } from '../payouts'
import { bringWallets } from '../wallets/bring'
import { giveAddress } from './give-address'
import { changeGrant, type GrantRow, readGrantRows } from './grant-rows'
import { expireGrants, myRewards, releaseHolds, revokeGrant, settleAddressDeadlines } from './index'

const STARTS_AT = '2026-11-01T00:00:00.000Z'
const ENDS_AT = '2026-12-01T00:00:00.000Z'
/** Thirty days after the end. */
const UNTIL = '2026-12-31T00:00:00.000Z'

const addresses = (world: World) => world.ctx.db.read.select().from(deliveryAddress)
const theGrants = (world: World) => world.ctx.db.read.select().from(grant).orderBy(grant.id)
const over = (until: string) => ({ ok: false, rule: 'collecting_over', until })
/** Its code, and those of its details. */
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string; details?: { code: string }[]; issues?: { message: string }[] }) => [
      error.code ?? 'zod',
      ...(error.details ?? []).map(({ code }) => code),
      ...(error.issues ?? []).map(({ message }) => message),
    ],
  )

test('after the end nobody plays, and an address is taken until the collecting deadline', async () => {
  await using world = await aWorld()
  const { win, play } = await wonPrizes(world)
  const { member, give } = await win()
  const late = await win()
  world.clock.set(ENDS_AT)
  expect(await play(member)).toMatchObject({ status: 'ended' })
  world.clock.set('2026-12-30T23:59:59.999Z')
  expect(await give()).toEqual({ ok: true })
  world.clock.set(UNTIL)
  expect(await late.give()).toEqual(over(UNTIL))
  // What was given in time stays as it is from then on.
  expect(await give({ detail: '长江路 8 号' })).toEqual(over(UNTIL))
  expect(await addresses(world)).toMatchObject([{ detail: AN_ADDRESS.detail }])
})

test('a packet grows no more after the end, and what it came to is collected in its time', async () => {
  await using world = await aWorld()
  const packets = await expandingPackets(world)
  const [owner, slow, friend] = [await world.asMember(), await world.asMember(), await world.asMember()]
  // Two hours to grow, and one more to be collected: the campaign ends in between.
  world.clock.set('2026-11-30T22:30:00.000Z')
  const { invite } = await packets.open(owner)
  await packets.open(slow)
  const proof = await packets.proofOf(friend, invite)
  world.clock.set('2026-12-01T00:30:00.000Z')
  expect(await packets.act(friend, 'help', { invite, proof })).toMatchObject({ status: 'not_eligible' })
  expect(await packets.act(friend, 'open', {})).toMatchObject({ status: 'ended' })
  expect(await packets.act(owner, 'collect', { n: 1 })).toMatchObject({ status: 'granted' })
  world.clock.set('2026-12-01T01:30:00.000Z')
  expect(await packets.act(slow, 'collect', { n: 1 })).toMatchObject({ status: 'ended' })
  await releaseHolds(world.ctx)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('nothing is collected after the deadline, whatever a packet said when it was opened', async () => {
  await using world = await aWorld()
  const { campaignId: id, ...packets } = await expandingPackets(world)
  const owner = await world.asMember()
  world.clock.set('2026-11-30T23:59:00.000Z')
  await packets.open(owner)
  const early = { collectsUntil: new Date('2026-12-01T00:10:00.000Z') }
  await world.ctx.db.transaction((tx) =>
    tx.update(campaign).set(early).where(eq(campaign.id, id)).returning(),
  )
  world.clock.set('2026-12-01T00:10:00.000Z')
  expect(await packets.act(owner, 'collect', { n: 1 })).toMatchObject({ status: 'ended' })
})

test('a campaign that is ended by hand still collects', async () => {
  await using world = await aWorld()
  const { admin: ctx, campaignId, win, play } = await wonPrizes(world)
  const { member, give } = await win()
  await transitionCampaign({ ctx, input: { id: campaignId, event: 'end' } })
  expect(await play(member)).toMatchObject({ status: 'ended' })
  expect(await give()).toEqual({ ok: true })
})

test('cash is the member’s whatever its campaign comes to: it is taken out after every deadline', async () => {
  await using world = await aWorld()
  await wonPrizes(world, { rewards: [someCash()] })
  const member = await world.asMember()
  const memberId = member.member?.id ?? ''
  const brought = { memberId, points: 1, pointsUntil: new Date(UNTIL), cashFen: 500 }
  await world.ctx.db.transaction((tx) => bringWallets(tx, [brought], world.clock.now()))
  world.clock.set('2027-06-01T00:00:00.000Z')
  const input = { key: 'after-the-deadline' }
  expect(await withdraw({ ctx: member, input })).toMatchObject({ status: 'requested', cashFen: 0 })
})

test('a prize nobody gave an address for lapses: its money is free again, its stock is not', async () => {
  await using world = await aWorld()
  const { admin: ctx, campaignId, rewardIds, win } = await wonPrizes(world)
  const [asked, forgotten] = [await win(), await win()]
  await asked.give()
  world.clock.set('2026-12-30T23:59:59.999Z')
  await expireGrants(world.ctx)
  expect((await theGrants(world)).map(({ state }) => state)).toEqual(['granted', 'granted'])
  world.clock.set(UNTIL)
  // The member is told by the clock, also before the job has come to it.
  const told = async () =>
    (await myRewards({ ctx: forgotten.member, input: {} })).rewards.map(({ state }) => state)
  expect(await told()).toEqual(['expired'])
  await expireGrants(world.ctx)
  expect((await theGrants(world)).map(({ state }) => state)).toEqual(['granted', 'expired'])
  expect((await readCampaign({ ctx, input: { id: campaignId } })).budget).toMatchObject({
    reservedFen: 3_000,
  })
  const [stock] = await world.ctx.db.read
    .select()
    .from(counter)
    .where(eq(counter.key, rewardIds[0] ?? ''))
  expect(stock?.used).toBe(2)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
  expect(await forgotten.give()).toEqual(over(UNTIL))
})

test('an address that comes as its prize lapses is either kept with it or refused', async () => {
  await using world = await aWorld()
  const { win } = await wonPrizes(world)
  for (let round = 0; round < 10; round++) {
    const { give } = await win()
    const [lapsing] = (await theGrants(world)).slice(-1)
    // The member's request came in just before the deadline, the job just after it.
    const expiring = (async () => {
      const ctx = { ...world.ctx, clock: { now: () => new Date(UNTIL) } }
      await expireGrants(ctx)
    })()
    const [answer] = await Promise.all([give(), expiring])
    const [after] = await world.ctx.db.read
      .select()
      .from(grant)
      .where(eq(grant.id, lapsing?.id ?? ''))
    expect(after?.state).toBe(answer.ok ? 'granted' : 'expired')
  }
})

test('whoever wins at the last moment has a week, whatever the deadline says', async () => {
  await using world = await aWorld()
  const { admin: ctx, campaignId: id, win } = await wonPrizes(world)
  world.clock.set('2026-10-01T00:00:00.000Z')
  const input = { id, name: '双11', startsAt: STARTS_AT, endsAt: ENDS_AT, collectsUntil: ENDS_AT }
  await updateCampaign({ ctx, input })
  world.clock.set('2026-11-30T00:00:00.000Z')
  const { grantId, give } = await win()
  expect((await theGrants(world)).find((row) => row.id === grantId)?.expiresAt).toEqual(
    new Date('2026-12-07T00:00:00.001Z'),
  )
  world.clock.set('2026-12-07T00:00:00.000Z')
  expect(await give()).toEqual({ ok: true })
})

test('the clock set back lets nothing lapse, and what lapsed stays so', async () => {
  await using world = await aWorld()
  const { win } = await wonPrizes(world)
  const { give } = await win()
  world.clock.set(UNTIL)
  await expireGrants(world.ctx)
  world.clock.set('2026-12-15T00:00:00.000Z')
  expect(await give()).toEqual(over(UNTIL))
  await expireGrants(world.ctx)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a deadline lies after the end, and once anybody could take part it only moves later', async () => {
  await using world = await aWorld()
  const { admin: ctx, campaignId: id, win } = await wonPrizes(world)
  const window = { id, name: '双11', startsAt: STARTS_AT, endsAt: ENDS_AT }
  const update = (o: object) => refusalOf(updateCampaign({ ctx, input: { ...window, ...o } }))
  const deadline = async () => (await readCampaign({ ctx, input: { id } })).collectsUntil.toISOString()
  const { grantId } = await win()
  const lapses = async () =>
    (await theGrants(world)).find((row) => row.id === grantId)?.expiresAt?.toISOString()
  expect([await deadline(), await lapses()]).toEqual([UNTIL, UNTIL])
  expect(await update({ collectsUntil: '2026-11-30T23:59:59.999Z' })).toEqual([
    'zod',
    'collecting_before_end',
  ])
  expect(await update({ collectsUntil: '2026-12-30T00:00:00.000Z' })).toEqual([
    'invalid_input',
    'collecting_shortened',
  ])
  expect([await deadline(), await lapses()]).toEqual([UNTIL, UNTIL])
  const later = '2027-01-15T00:00:00.000Z'
  expect(await update({ collectsUntil: later })).toBe('done')
  expect([await deadline(), await lapses()]).toEqual([later, later])
  // An end that comes sooner takes nothing from anybody.
  expect(await update({ endsAt: '2026-11-20T00:00:00.000Z' })).toBe('done')
  expect(await deadline()).toBe(later)
  // One that comes later than the deadline takes it along.
  expect(await update({ endsAt: '2027-03-01T00:00:00.000Z' })).toBe('done')
  expect(await deadline()).toBe('2027-03-01T00:00:00.000Z')
})

test('a deadline nobody set follows the end, but never to an earlier day than members were told', async () => {
  await using world = await aWorld()
  const { admin: ctx, campaignId: id } = await wonPrizes(world)
  const window = { id, name: '双11', startsAt: STARTS_AT }
  const moveEnd = async (endsAt: string) => {
    await updateCampaign({ ctx, input: { ...window, endsAt } })
    return (await readCampaign({ ctx, input: { id } })).collectsUntil.toISOString()
  }
  expect(await moveEnd('2026-12-11T00:00:00.000Z')).toBe('2027-01-10T00:00:00.000Z')
  expect(await moveEnd('2026-11-21T00:00:00.000Z')).toBe('2027-01-10T00:00:00.000Z')
})

test('before it begins a deadline goes where it is put', async () => {
  await using world = await aWorld()
  world.clock.set('2026-10-01T00:00:00.000Z')
  const { admin: ctx, campaignId: id } = await wonPrizes(world)
  const input = { id, name: '双11', startsAt: STARTS_AT, endsAt: ENDS_AT }
  await updateCampaign({ ctx, input: { ...input, collectsUntil: '2026-12-05T00:00:00.000Z' } })
  await updateCampaign({ ctx, input: { ...input, collectsUntil: ENDS_AT } })
  expect((await readCampaign({ ctx, input: { id } })).collectsUntil.toISOString()).toBe(ENDS_AT)
})

test('an ended campaign collects for longer when staff say so, until collecting is over', async () => {
  await using world = await aWorld()
  const { admin: ctx, campaignId: id, win } = await wonPrizes(world)
  const { give } = await win()
  const extend = (collectsUntil: string) => refusalOf(extendCollecting({ ctx, input: { id, collectsUntil } }))
  world.clock.set('2026-12-20T00:00:00.000Z')
  expect(await extend('2026-12-30T00:00:00.000Z')).toEqual(['invalid_input', 'collecting_shortened'])
  const later = '2027-01-31T00:00:00.000Z'
  expect(await extend(later)).toBe('done')
  world.clock.set('2027-01-30T00:00:00.000Z')
  expect(await give()).toEqual({ ok: true })
  world.clock.set(later)
  expect(await extend('2027-02-28T00:00:00.000Z')).toEqual(['wrong_state', 'collecting_over'])
  const business = await world.as('business', 'support', 'finance')
  expect(await refusalOf(extendCollecting({ ctx: business, input: { id, collectsUntil: later } }))).toEqual([
    'forbidden',
    'permission',
  ])
})

test('what was given without a deadline gets one, and what has an address loses its own', async () => {
  await using world = await aWorld()
  const { win } = await wonPrizes(world)
  const [bare, asked] = [await win(), await win()]
  await asked.give()
  const set = (id: string, expiresAt: Date | null) =>
    world.ctx.db.transaction((tx) => tx.update(grant).set({ expiresAt }).where(eq(grant.id, id)).returning())
  await set(bare.grantId, null)
  await set(asked.grantId, new Date(UNTIL))
  await settleAddressDeadlines(world.ctx)
  const rows = new Map((await theGrants(world)).map((row) => [row.id, row.expiresAt]))
  expect([rows.get(bare.grantId), rows.get(asked.grantId)]).toEqual([new Date(UNTIL), null])
})

test('a deadline that moves gives prizes longer, and moves nothing else', async () => {
  await using world = await aWorld()
  const {
    admin: ctx,
    campaignId: id,
    rewardIds,
    win,
  } = await wonPrizes(world, {
    rewards: [aThing(), aCoupon()],
  })
  const [moved, longer, asked, over, revoked] = [
    await win(),
    await win(),
    await win(),
    await win(),
    await win(),
  ]
  const coupon = await win(undefined, rewardIds[1])
  await asked.give()
  await revokeGrant({ ctx, input: { id: revoked.grantId, reason: '重复' } })
  const set = (grantId: string, to: Partial<GrantRow>) =>
    world.ctx.db.transaction((tx) => tx.update(grant).set(to).where(eq(grant.id, grantId)).returning())
  const far = new Date('2028-01-01')
  await set(longer.grantId, { expiresAt: far })
  await set(over.grantId, { state: 'expired' })
  const before = new Map((await theGrants(world)).map((row) => [row.id, row.expiresAt]))
  const later = '2027-01-15T00:00:00.000Z'
  await extendCollecting({ ctx, input: { id, collectsUntil: later } })
  const changed = (await theGrants(world)).filter(
    (row) => row.expiresAt?.getTime() !== before.get(row.id)?.getTime(),
  )
  expect(changed.map((row) => [row.id, row.expiresAt])).toEqual([[moved.grantId, new Date(later)]])
  expect(coupon.grantId).toMatch(/^grt_/)
})

test('what moved between reading and writing is decided anew', async () => {
  await using world = await aWorld()
  const { win } = await wonPrizes(world)
  const { member, grantId, give } = await win()
  const lapse = (tx: Tx) =>
    tx.update(grant).set({ state: 'expired' }).where(eq(grant.id, grantId)).returning()
  const export_ = (tx: Tx) =>
    tx
      .update(deliveryAddress)
      .set({ shipmentId: 'shp_0000000000' })
      .where(eq(deliveryAddress.grantId, grantId))
      .returning()
  const giveWhile = (work: (tx: Tx) => Promise<unknown>, table: typeof grant | typeof deliveryAddress) => {
    const db = {
      ...world.ctx.db,
      transaction: <T>(run: (tx: Tx) => Promise<T>) =>
        world.ctx.db.transaction((tx) => run(comesBetween(tx, work, table as never))),
    }
    const input = { grantId, ...AN_ADDRESS, detail: '长江路 8 号', consent: true as const }
    return giveAddress({ ctx: { ...member, db: { ...db, read: world.ctx.db.read } as never }, input })
  }
  await give()
  // Each try finds it moved again: in the end nothing is written.
  await expect(giveWhile(lapse, grant)).rejects.toThrow('grants moved')
  await expect(giveWhile(export_, deliveryAddress)).rejects.toThrow('addresses moved')
  expect(await addresses(world)).toMatchObject([{ detail: AN_ADDRESS.detail, shipmentId: null }])
  const [row] = (await readGrantRows(world.ctx.db.read, [grantId])).values()
  const before = { ...(row?.grant as GrantRow), expiresAt: new Date(UNTIL) }
  const expiring = world.ctx.db.transaction((tx) => changeGrant(tx, before, { state: 'expired' }))
  await expect(expiring).rejects.toThrow('grants moved')
})
