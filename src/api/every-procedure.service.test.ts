import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { PageDefinition } from '@/schemas/page'
import { RewardTerms } from '@/schemas/reward'
import type { StaffRole } from '@/schemas/staff'
import { ERROR_STATUS } from '@/src/lib/errors'
import type { AppContext } from '@/src/services/context'
import { issueSession, MEMBER_COOKIE } from '@/src/services/members'
import { createAuth } from '@/src/services/staff'
import { addStaff, hashPassword } from '@/src/services/staff/add-staff'
import { arbitraryOf, spoilt } from '@/src/testing/arbitrary-of'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aBlock, aPageDefinition } from '@/src/testing/builders/page-definition'
import { aWorld, type World } from '@/src/testing/world'
import { tools } from '@/widgets/registry.tools.gen'
import { createApi } from './app'
import { memberRouter } from './member/router'
import { staffRouter } from './staff/router'

const RUNS = 40
const PASSWORD = 'correct horse battery'
const ROLES: StaffRole[] = ['admin', 'product', 'operator', 'business', 'approver', 'finance', 'support']

interface Procedure {
  _def: { type: 'query' | 'mutation'; inputs: z.ZodType[] }
}
const proceduresOf = (router: { _def: { procedures: object } }) =>
  Object.entries(router._def.procedures as Record<string, Procedure>)

let world: World
let call: (
  endpoint: string,
  path: string,
  procedure: Procedure,
  input: unknown,
  cookie: string,
) => Promise<Response>
let ids: string[]
let cookies: Record<string, string>
/** How often the database was asked, by anybody: what got past sign-in, permission and schema. */
let asked = 0

beforeAll(async () => {
  world = await aWorld()
  const wall = await aCouponWall(world)
  const member = await world.asMember()
  const claim = await wall.claim(member)
  const grantId = claim.status === 'granted' ? claim.rewards[0]?.id : undefined
  ids = [
    wall.campaignId,
    wall.rewardId,
    wall.toolId,
    wall.pageId,
    wall.version,
    member.member?.id,
    grantId,
  ].flatMap((id) => id ?? [])
  const ctx: AppContext = { ...world.ctx, db: counted(world.ctx.db) }
  const auth = await createAuth(ctx, 'a secret of at least thirty-two characters')
  const app = createApi({ ctx, auth, isReady: async () => true })
  call = async (endpoint, path, procedure, input, cookie) => {
    const url = `http://test/${endpoint}/${path}`
    const json = JSON.stringify(input)
    const headers = { cookie, 'content-type': 'application/json' }
    const isQuery = procedure._def.type === 'query'
    return isQuery
      ? app.request(json === undefined ? url : `${url}?input=${encodeURIComponent(json)}`, { headers })
      : app.request(url, { method: 'POST', headers, body: json ?? null })
  }
  cookies = { nobody: '', member: '' }
  if (member.member) cookies.member = `${MEMBER_COOKIE}=${issueSession(ctx, member.member)}`
  const passwordHash = await hashPassword(auth, PASSWORD)
  for (const role of ROLES) {
    const person = {
      name: role,
      email: `${role}@shop.test`,
      password: PASSWORD,
      roles: [role],
      isDemo: false,
    }
    await world.ctx.db.transaction((tx) => addStaff(tx, { ...person, passwordHash }, world.clock.now()))
    cookies[role] = await signIn(auth, person.email)
  }
})

afterAll(() => world[Symbol.asyncDispose]())

async function signIn(auth: Awaited<ReturnType<typeof createAuth>>, email: string): Promise<string> {
  const { headers } = await auth.api.signInEmail({ body: { email, password: PASSWORD }, returnHeaders: true })
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

type Database = AppContext['db']

function counted(db: Database): Database {
  const read: Database['read'] = {
    select: ((...args: []) => {
      asked++
      return db.read.select(...args)
    }) as Database['read']['select'],
    selectDistinct: db.read.selectDistinct.bind(db.read),
    find: (statement, keys) => {
      asked++
      return db.read.find(statement, keys)
    },
  }
  return {
    ...db,
    read,
    transaction: (work) => {
      asked++
      return db.transaction(work)
    },
  }
}

const KNOWN = new Set<number>([200, ...Object.values(ERROR_STATUS)])

/** Throws unless the answer is data, or an error of the closed set that names its request. */
async function expectTyped(response: Response, what: string): Promise<void> {
  const body = await response.json()
  expect(KNOWN.has(response.status), `${what} answered ${response.status}`).toBe(true)
  expect(response.status, `${what} answered ${JSON.stringify(body)}`).not.toBe(500)
  if (response.status === 200) expect(body, what).toHaveProperty('result')
  else {
    expect(Object.keys(ERROR_STATUS), what).toContain(body.error.data.code)
    expect(body.error.data.requestId, what).toMatch(/\w{10}/)
    expect(JSON.stringify(body), what).not.toMatch(/at .*\.ts:|stack/)
  }
}

/** What a schema leaves open and the service checks itself: there a shape alone gets nowhere. */
const BEYOND_SHAPE: Record<string, () => fc.Arbitrary<unknown>> = {
  'pages.save': () => {
    const page = aPageDefinition()
    const definition = fc.oneof(
      fc.constant(page),
      spoilt(fc.constant(page)),
      arbitraryOf(PageDefinition, ids),
    )
    return fc.record({ id: fc.constantFrom(...ids), revision: fc.integer({ min: 1, max: 4 }), definition })
  },
  // Links and pictures must be safe, and kinds rule out one another's stock and reservation.
  'rewards.create': () =>
    fc.record({
      title: fc.constantFrom('满减券', "'; drop table reward; --", '𠮷'.repeat(9)),
      terms: arbitraryOf(RewardTerms, ids).map((terms) => {
        const safe = { useLink: '/my', image: '', thresholdFen: 0, partner: '星河影城', howToUse: '' }
        const kept = Object.entries(safe).filter(([key]) => key in (terms as object))
        return { ...(terms as object), ...Object.fromEntries(kept) }
      }),
      stock: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000_000_000 })),
      stockPerDay: fc.option(fc.integer({ min: 1, max: 1_000 })),
      reservation: fc.constant({ kind: 'full' }),
    }),
  'rewards.giveAddress': () =>
    fc.record({
      grantId: fc.constantFrom(...ids),
      name: fc.string({ minLength: 2, maxLength: 30 }),
      phone: fc.constantFrom('13800138000', '+852 6123 4567', '12345'),
      region: fc.constant('杭州市'),
      detail: fc.string({ minLength: 4, maxLength: 120 }),
      consent: fc.boolean(),
    }),
  'rewards.giveIdentity': () =>
    fc.record({
      name: fc.constantFrom('张三', '阿卜杜拉·买买提', '=cmd()'),
      number: fc.constantFrom('11010519491231002X', ' 110105 19491231 002x', '110105194912310021'),
      consent: fc.boolean(),
    }),
  // Blocks must be a page's, and a play one that there is.
  'templates.save': () => {
    const page = aPageDefinition([aBlock('a', 'text')])
    const name = fc.string({ minLength: 1, maxLength: 40 })
    const { root, blocks } = page
    return fc.oneof(
      fc.record({ kind: fc.constant('page'), name, page: fc.constant(page) }),
      fc.record({ kind: fc.constant('group'), name, root: fc.constant(root), blocks: fc.constant(blocks) }),
    )
  },
  'templates.usePlay': () =>
    fc.record({
      key: fc.constantFrom('christmas', 'lottery', 'group-steps'),
      title: fc.constantFrom('圣诞会场', '𠮷'.repeat(9)),
      slug: fc.stringMatching(/^[a-z]{4,12}$/),
      campaign: fc.oneof(
        fc.record({ kind: fc.constant('existing'), id: fc.constantFrom(...ids) }),
        fc.constant({
          kind: 'new',
          name: '圣诞',
          startsAt: '2026-12-20T00:00:00.000Z',
          endsAt: '2026-12-27T00:00:00.000Z',
        }),
      ),
      idempotencyKey: fc.stringMatching(/^[0-9a-f]{32}$/),
    }),
  'tools.create': () =>
    fc.record({
      campaignId: fc.constantFrom(...ids),
      type: fc.constantFrom('coupon-wall', 'text'),
      name: fc.string({ minLength: 1, maxLength: 40 }),
      config: fc.record({ coupons: arbitraryOf(tools['coupon-wall'].config.shape.coupons, ids) }),
    }),
}

const reached: string[] = []
// biome-ignore lint/suspicious/noConsole: how far the walk got is part of what it reports.
afterAll(() => console.log(`service reached, of ${RUNS} calls each:\n${reached.join('\n')}`))

const walks = [
  ...proceduresOf(staffRouter).map(([path, procedure]) => ['api/staff', path, procedure, ROLES] as const),
  ...proceduresOf(memberRouter).map(
    ([path, procedure]) => ['api/member', path, procedure, ['member']] as const,
  ),
]

test.each(walks)('%s/%s answers whatever it is sent', async (endpoint, path, procedure, people) => {
  const shape = procedure._def.inputs.at(-1)
  const fitting = BEYOND_SHAPE[path]?.() ?? (shape ? arbitraryOf(shape, ids) : fc.constant(undefined))
  const input = fc.oneof(
    { weight: 6, arbitrary: fitting },
    { weight: 3, arbitrary: spoilt(fitting) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  )
  // Mostly by somebody who may, so that it is the service that answers.
  const who = fc.oneof(
    { weight: 6, arbitrary: fc.constant(people[0]) },
    { weight: 3, arbitrary: fc.constantFrom(...people) },
    { weight: 1, arbitrary: fc.constant('nobody') },
  )
  let services = 0
  await fc.assert(
    fc.asyncProperty(input, who, async (value, person) => {
      const cookie = cookies[person ?? 'nobody'] ?? ''
      // Who is signed in is looked up first; what is asked beyond that was asked by the service.
      asked = 0
      const response = await call(endpoint, path, procedure, value, cookie)
      const lookups = endpoint === 'api/staff' && person !== 'nobody' ? 4 : 0
      if (asked > lookups || response.status === 200) services++
      await expectTyped(response, `${path} given ${JSON.stringify(value)?.slice(0, 300)} by ${person}`)
      // The same again: a repeat is no surprise either.
      await expectTyped(await call(endpoint, path, procedure, value, cookie), `${path} repeated`)
    }),
    { numRuns: RUNS, seed: 20_261_111 },
  )
  reached.push(`  ${path.padEnd(28)} ${services}`)
  expect(services, `the service behind ${path} was never reached`).toBeGreaterThan(0)
})

test('a body that is not JSON, or far too large, is refused with a typed error', async () => {
  const app = createApi({ ctx: world.ctx, auth: undefined, isReady: async () => true })
  const post = (body: string) =>
    app.request('http://test/api/member/widget.coupon-wall.claim', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': String(body.length) },
      body,
    })
  const broken = await post('{"version":')
  expect(broken.status).toBe(400)
  expect((await broken.json()).error.data.code).toBe('invalid_input')
  const huge = await post(`{"key":"${'x'.repeat(100_000)}"}`)
  expect(huge.status).toBe(413)
  expect((await huge.json()).error.data.code).toBe('too_large')
})

test('a post from another site is refused', async () => {
  const app = createApi({ ctx: world.ctx, auth: undefined, isReady: async () => true })
  const response = await app.request('http://test/api/member/widget.coupon-wall.claim', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example', host: 'test' },
    body: '{}',
  })
  expect(response.status).toBe(403)
})
