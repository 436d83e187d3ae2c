import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { asc, member, memberTag } from '@/src/db'
import { aWorld, type World } from '@/src/testing/world'
import { lookUpDecisions } from '../decisions'
import { exchangeTicket, issueSession, issueTicket, MEMBER_SESSION_SECONDS, readSession } from './index'

const shopper = { shopMemberId: 'shop-7', nickname: '小满' }

test('a ticket names the same member again and again for a minute, and nobody after', async () => {
  await using world = await aWorld()
  const ticket = await issueTicket(world.ctx, shopper)
  const first = await exchangeTicket(world.ctx, ticket)
  world.clock.advance(59_000)
  expect(await exchangeTicket(world.ctx, ticket)).toEqual(first)
  world.clock.advance(7_000)
  expect(await exchangeTicket(world.ctx, ticket)).toBeUndefined()
  expect(await world.ctx.db.read.select({ nickname: member.nickname }).from(member)).toEqual([
    { nickname: '小满' },
  ])
})

test('a first visit in many tabs at once makes one member', async () => {
  await using world = await aWorld()
  const ticket = await issueTicket(world.ctx, shopper)
  const members = await Promise.all(Array.from({ length: 10 }, () => exchangeTicket(world.ctx, ticket)))
  expect(new Set(members.map((m) => m?.id)).size).toBe(1)
  expect(members[0]).toBeDefined()
})

test.each(['', 'x', 'a.b.c', 'x'.repeat(5_000)])('%j is no ticket', async (ticket) => {
  await using world = await aWorld()
  expect(await exchangeTicket(world.ctx, ticket)).toBeUndefined()
})

test('a ticket that comes too late is recorded for its member; a forged one is nobody’s', async () => {
  await using world = await aWorld()
  const { ctx } = world
  const ticket = await issueTicket(ctx, shopper)
  const member = await exchangeTicket(ctx, ticket)
  world.clock.advance(10 * 60_000)
  expect(await exchangeTicket(ctx, ticket)).toBeUndefined()
  expect(await exchangeTicket(ctx, `${ticket.slice(0, -4)}AAAA`)).toBeUndefined()
  const staff = await world.as('support')
  const looked = await lookUpDecisions({ ctx: staff, input: { memberId: member?.id ?? '' } })
  expect(looked.refusals).toMatchObject([
    { status: 'login_required', rule: 'late_ticket', times: 1, tool: null, campaign: null },
  ])
  expect(looked.refusals[0]?.trace[0]).toMatchObject({ check: 'session', result: 'refused' })
})

test('a ticket signed by somebody else, without an end, or for another audience is none', async () => {
  await using world = await aWorld()
  const now = Math.floor(world.clock.now().getTime() / 1000)
  const sign = (key: Buffer, o: { audience: string; lifetime?: number }) => {
    const jwt = new SignJWT({ nickname: 'x' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('s')
      .setIssuedAt(now)
    if (o.lifetime) jwt.setExpirationTime(now + o.lifetime)
    return jwt.setAudience(o.audience).sign(key)
  }
  const { ctx } = world
  const good = await sign(ctx.ticketKey, { audience: 'ziggurat', lifetime: 60 })
  expect(await exchangeTicket(ctx, good)).toBeDefined()
  const bad = await Promise.all([
    sign(Buffer.alloc(32, 9), { audience: 'ziggurat', lifetime: 60 }),
    sign(ctx.ticketKey, { audience: 'elsewhere', lifetime: 60 }),
    sign(ctx.ticketKey, { audience: 'ziggurat' }),
  ])
  for (const ticket of bad) expect(await exchangeTicket(ctx, ticket)).toBeUndefined()
})

test('a session is good for a week, and not a moment longer', async () => {
  await using world = await aWorld()
  const cookie = issueSession(world.ctx, { id: 'mbr_1' })
  world.clock.advance(MEMBER_SESSION_SECONDS * 1000 - 1)
  expect(readSession(world.ctx, cookie)).toEqual({ id: 'mbr_1' })
  world.clock.advance(1)
  expect(readSession(world.ctx, cookie)).toBeUndefined()
})

test('a session with anything changed in it is nobody’s', async () => {
  await using world = await aWorld()
  const cookie = issueSession(world.ctx, { id: 'mbr_1' })
  const [id, expires, signature] = cookie.split('.')
  const forged = [
    `mbr_2.${expires}.${signature}`,
    `${id}.zzzzzzzzz.${signature}`,
    `${id}.${expires}.`,
    `${cookie}.x`,
    '',
  ]
  for (const value of forged) expect(readSession(world.ctx, value)).toBeUndefined()
  expect(readSession(world.ctx, undefined)).toBeUndefined()
  expect(readSession({ ...world.ctx, sessionKey: Buffer.alloc(32, 7) }, cookie)).toBeUndefined()
})

async function traitsOf({ ctx }: World) {
  const [row] = await ctx.db.read.select({ city: member.city, level: member.level }).from(member)
  const tags = await ctx.db.read.select({ tag: memberTag.tag }).from(memberTag).orderBy(asc(memberTag.tag))
  return { ...row, tags: tags.map(({ tag }) => tag) }
}

test('a ticket says where a member lives, at which level, and with which tags; what it leaves out stays', async () => {
  await using world = await aWorld()
  const { ctx } = world
  const open = async (said: Omit<Parameters<typeof issueTicket>[1], keyof typeof shopper> = {}) => {
    expect(await exchangeTicket(ctx, await issueTicket(ctx, { ...shopper, ...said }))).toBeDefined()
    return traitsOf(world)
  }
  expect(await open()).toEqual({ city: null, level: null, tags: [] })
  const first = { city: '上海', level: '金卡', tags: ['a', 'b'] }
  expect(await open({ ...first, tags: ['b', 'a', 'a'] })).toEqual(first)
  expect(await open()).toEqual(first)
  expect(await open({ city: '北京' })).toEqual({ ...first, city: '北京' })
  expect(await open({ level: null, tags: ['b', 'c'] })).toEqual({
    city: '北京',
    level: null,
    tags: ['b', 'c'],
  })
  expect(await open({ tags: [] })).toEqual({ city: '北京', level: null, tags: [] })
})

test('what a ticket says out of bounds is not kept, and keeps nobody away', async () => {
  await using world = await aWorld()
  const { ctx } = world
  const said = {
    city: 'x'.repeat(41),
    level: 'a\u0000b',
    tags: Array.from({ length: 51 }, (_, i) => `t${i}`),
  }
  expect(await exchangeTicket(ctx, await issueTicket(ctx, { ...shopper, ...said }))).toBeDefined()
  expect(await traitsOf(world)).toEqual({ city: null, level: null, tags: [] })
})

test('two tickets of a member that say the same at once leave it said once', async () => {
  await using world = await aWorld()
  const { ctx } = world
  const ticket = await issueTicket(ctx, { ...shopper, city: '上海', tags: ['a', 'b'] })
  await Promise.all(Array.from({ length: 8 }, () => exchangeTicket(ctx, ticket)))
  expect(await traitsOf(world)).toEqual({ city: '上海', level: null, tags: ['a', 'b'] })
})
