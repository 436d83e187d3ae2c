import { expect, test } from 'vitest'
import { account, counter, decision, entry, eq, grant, hold } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { expandingPackets, HELPERS, TARGET_FEN } from '@/src/testing/builders/expanding-packets'
import { aWorld, type World } from '@/src/testing/world'
import type { MemberContext } from '../context'
import { createCombiner } from './combine'
import { releaseHolds } from './release-holds'

const HOUR_MS = 3_600_000

/** The member as a second runtime process would serve them. */
function elsewhere(world: World) {
  const { db, clock, timeZone } = world.ctx
  const combiner = createCombiner({ db, clock, timeZone })
  return (ctx: MemberContext): MemberContext => ({ ...ctx, combiner })
}

async function balances(world: World, campaignId: string) {
  const rows = await world.ctx.db.read.select().from(account).where(eq(account.ownerId, campaignId))
  return Object.fromEntries(rows.map(({ kind, balanceFen }) => [kind, balanceFen]))
}

test('twenty friends help two packets at once through two processes: both come exactly to the target', async () => {
  await using world = await aWorld()
  const packets = await expandingPackets(world)
  const owners = [await world.asMember(), await world.asMember()]
  const invites = await Promise.all(owners.map(async (owner) => (await packets.open(owner)).invite))
  expect(await balances(world, packets.campaignId)).toMatchObject({ allocated: 96_000, reserved: 4_000 })

  const second = elsewhere(world)
  const friends = await Promise.all(Array.from({ length: 20 }, () => world.asMember()))
  const taps = await Promise.all(
    friends.map(async (friend, i) => {
      const invite = invites[i % 2] ?? ''
      return { friend, invite, proof: await packets.proofOf(friend, invite) }
    }),
  )
  // Each taps twice, in both processes.
  const outcomes = await Promise.all(
    taps.flatMap(({ friend, invite, proof }) => [
      packets.act(friend, 'help', { invite, proof }),
      packets.act(second(friend), 'help', { invite, proof }),
    ]),
  )
  const done = outcomes.filter(({ status }) => status === 'done')
  expect(done).toHaveLength(2 * HELPERS)
  // Nobody was heard twice.
  const heard = taps.filter((_, i) =>
    outcomes.slice(2 * i, 2 * i + 2).some(({ status }) => status === 'done'),
  )
  expect(heard).toHaveLength(2 * HELPERS)
  const others = outcomes.filter(({ status }) => status !== 'done').map(({ status }) => status)
  expect(new Set(others)).toEqual(new Set(['sold_out', 'limit_reached']))
  for (const owner of owners) {
    const { amountFen, helps, growth } = await packets.mineOf(owner)
    expect([amountFen, helps.length, growth]).toEqual([TARGET_FEN, HELPERS, 'full'])
  }
  // Nothing is given before it is collected.
  expect(await world.ctx.db.read.select().from(grant)).toEqual([])

  const collected = await Promise.all(
    owners.flatMap((owner) => [
      packets.act(owner, 'collect', { n: 1 }),
      packets.act(second(owner), 'collect', { n: 1 }),
    ]),
  )
  expect(collected.map(({ status }) => status).sort()).toEqual([
    'granted',
    'granted',
    'limit_reached',
    'limit_reached',
  ])
  const grants = await world.ctx.db.read.select().from(grant)
  expect(grants.map(({ given }) => given)).toEqual(Array(2).fill({ kind: 'cash', amountFen: TARGET_FEN }))
  expect(await balances(world, packets.campaignId)).toMatchObject({
    allocated: 96_000,
    reserved: 0,
    committed: 4_000,
  })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('collecting early pays what there is and gives the rest back, while a friend is helping', async () => {
  await using world = await aWorld()
  const packets = await expandingPackets(world)
  const owner = await world.asMember()
  const { invite } = await packets.open(owner)
  const friends = [await world.asMember(), await world.asMember(), await world.asMember()]
  const proofs = await Promise.all(friends.map((friend) => packets.proofOf(friend, invite)))
  const help = (i: number, ctx = friends[i] as MemberContext) =>
    packets.act(ctx, 'help', { invite, proof: proofs[i] })
  expect((await help(0)).status).toBe('done')

  const second = elsewhere(world)
  const [late, paid] = await Promise.all([
    help(1),
    packets.act(second(owner), 'collect', { n: 1 }),
    help(2, second(friends[2] as MemberContext)),
  ])
  expect(['done', 'ended']).toContain(late.status)
  const amountFen =
    paid.status === 'granted' && paid.rewards[0]?.given.kind === 'cash' ? paid.rewards[0].given.amountFen : 0
  expect(amountFen).toBeGreaterThan(200)
  expect(amountFen).toBeLessThan(TARGET_FEN)
  expect(await packets.mineOf(owner)).toMatchObject({ amountFen, collectedFen: amountFen })
  expect((await help(1)).status).not.toBe('done')

  // The hold is over at once; the next look for such holds gives the difference back.
  await releaseHolds(world.ctx)
  const { db } = world.ctx
  expect(await balances(world, packets.campaignId)).toMatchObject({
    allocated: 100_000 - amountFen,
    reserved: 0,
    committed: amountFen,
  })
  const causes = (await db.read.select().from(entry)).map(({ cause }) => cause)
  expect(causes.sort()).toEqual(['allocation', 'hold', 'redemption', 'release'])
  const [stock] = await db.read
    .select()
    .from(counter)
    .where(eq(counter.key, packets.rewardIds[0] ?? ''))
  expect(stock?.used).toBe(1)
  expect(await bookErrors(db.read)).toEqual([])
  expect((await packets.open(owner)).status).toBe('done')
  expect(await bookErrors(db.read)).toEqual([])
})

test('what nobody collects in time goes back whole, stock and money', async () => {
  await using world = await aWorld()
  const packets = await expandingPackets(world, { budgetFen: TARGET_FEN })
  const owner = await world.asMember()
  const friend = await world.asMember()
  const { invite } = await packets.open(owner)
  await packets.act(friend, 'help', { invite, proof: await packets.proofOf(friend, invite) })
  // The budget has no more for a second packet, however little the first one has come to.
  expect((await packets.open(await world.asMember())).status).toBe('budget_exhausted')

  world.clock.advance(2 * HOUR_MS)
  const late = await world.asMember()
  expect((await packets.seenBy(late, invite)).friend).toEqual({ refused: 'expired' })
  expect((await packets.seenBy(friend, invite)).friend).toMatchObject({ growth: 'over' })
  await releaseHolds(world.ctx)
  expect((await balances(world, packets.campaignId)).reserved).toBe(TARGET_FEN)

  world.clock.advance(HOUR_MS)
  expect((await packets.act(owner, 'collect', { n: 1 })).status).toBe('ended')
  await releaseHolds(world.ctx)
  expect((await packets.act(owner, 'collect', { n: 1 })).status).toBe('ended')
  expect(await balances(world, packets.campaignId)).toMatchObject({ allocated: TARGET_FEN, reserved: 0 })
  expect((await world.ctx.db.read.select().from(hold))[0]).toMatchObject({ countLeft: 0, leftFen: 0 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('one that expands by itself does so once and pays what it came to', async () => {
  await using world = await aWorld()
  const packets = await expandingPackets(world, { mode: 'self' })
  const owner = await world.asMember()
  await packets.open(owner)
  const second = elsewhere(world)
  const outcomes = await Promise.all([
    packets.act(owner, 'expand', { n: 1 }),
    packets.act(second(owner), 'expand', { n: 1 }),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['done', 'limit_reached'])
  const { amountFen } = await packets.mineOf(owner)
  expect((await packets.act(owner, 'collect', { n: 1 })).status).toBe('granted')
  await releaseHolds(world.ctx)
  expect(await balances(world, packets.campaignId)).toMatchObject({
    allocated: 100_000 - amountFen,
    reserved: 0,
    committed: amountFen,
  })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('an invitation that was not opened by the very member, here and now, helps nobody', async () => {
  await using world = await aWorld()
  const packets = await expandingPackets(world)
  const other = await expandingPackets(world)
  const [owner, friend, stranger] = [await world.asMember(), await world.asMember(), await world.asMember()]
  const { invite } = await packets.open(owner)
  const proof = await packets.proofOf(friend, invite)
  const refused = (rule: string) => ({ status: 'not_eligible', rule })
  const help = (ctx: MemberContext, o: { invite?: string; proof?: string }) =>
    packets.act(ctx, 'help', { invite, proof, ...o })

  expect(await help(stranger, {})).toEqual(refused('forged_proof'))
  expect(await help(friend, { proof: '' })).toEqual(refused('no_proof'))
  const longer = `zzzzzz.${proof.split('.')[1]}`
  expect(await help(friend, { proof: longer })).toEqual(refused('forged_proof'))
  const forOther = invite.replace('-1.', '-2.')
  expect(await help(friend, { invite: forOther })).toEqual(refused('forged_invitation'))
  // The very same packet of another tool, whose link it is not.
  await other.open(owner)
  expect((await other.seenBy(friend, invite)).friend).toEqual({ refused: 'unknown' })
  expect(await other.act(friend, 'help', { invite, proof })).toEqual(refused('forged_invitation'))
  // One's own link is opened as one's own packet and gives no proof.
  expect((await packets.seenBy(owner, invite)).friend).toBeUndefined()
  expect(await help(owner, {})).toEqual(refused('forged_proof'))
  // Signed out, or to the initiator's friends, nothing tells a proof or the invitation itself.
  expect(JSON.stringify(await packets.seenBy(world.asNobody() as MemberContext, invite))).not.toContain(
    'proof',
  )
  expect((await packets.mineOf(owner)).helps).toEqual([])

  world.clock.advance(20 * 60_000)
  expect(await help(friend, {})).toEqual(refused('expired_proof'))
  const again = await packets.proofOf(friend, invite)
  expect((await help(friend, { proof: again })).status).toBe('done')
  // Each refusal is on record, for who asks why somebody's help did not count.
  await world.ctx.decisions.flush()
  const records = await world.ctx.db.read.select().from(decision)
  const kept = records.filter(({ toolId }) => toolId === packets.toolId)
  expect(kept.map(({ memberId, rule }) => `${memberId} ${rule}`).sort()).toEqual(
    [
      `${owner.member?.id} forged_proof`,
      `${stranger.member?.id} forged_proof`,
      ...['expired_proof', 'forged_invitation', 'forged_proof', 'no_proof'].map(
        (r) => `${friend.member?.id} ${r}`,
      ),
    ].sort(),
  )
  // Replayed, it is the second help of one friend.
  expect(await help(friend, { proof: again })).toMatchObject({ status: 'limit_reached', rule: 'helped' })
})

test('a help whose answer was lost is the same help after its proof ran out', async () => {
  await using world = await aWorld()
  const packets = await expandingPackets(world)
  const [owner, friend] = [await world.asMember(), await world.asMember()]
  const { invite } = await packets.open(owner)
  const input = { invite, proof: await packets.proofOf(friend, invite) }
  const first = await packets.act(friend, 'help', input, 'the-very-same-tap-0001')
  expect(first.status).toBe('done')
  world.clock.advance(3 * HOUR_MS)
  expect(await packets.act(friend, 'help', input, 'the-very-same-tap-0001')).toEqual(first)
  expect((await packets.act(friend, 'help', input, 'another-tap-of-later-1')).status).toBe('not_eligible')
})
