import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { Outcome } from '@/schemas/outcome'
import { systemClock } from '@/src/lib/clock'
import { deriveKey } from '@/src/lib/secrets'
import { issueSession, MEMBER_COOKIE } from '@/src/services/members/session'
import { freshDataDir, type Product, startProduct } from '../../support/built-product'
import { type ProductDialect, productDatabase } from '../../support/product-database'
import type { NoDatabaseGiven } from '../claims/no-database-server'
import { type Expected, reconcile } from '../claims/reconcile'
import type { Seeded, SeedGiven } from '../claims/seed'
import { type Figure, interleave, median } from '../figure'
import type { LoadRequest, LoadResult } from '../http-load'
import { measureLoad, runScript, startSidecar } from '../processes'

const CONNECTIONS = 64
const ROUNDS = 5
/** By dialect, so that a round takes a second or two. */
const CLAIMS_PER_ROUND = { sqlite: 6_000, postgres: 4_000 }
const RESERVED_FEN = 100
const SECRET = 'a secret of the bench, as long as it must be'
const STATUS = '"status":"([a-z_]+)"'

// One run on each gives several figures.
const measuredOn = new Map<ProductDialect, Promise<MeasuredClaims>>()
function claimsOn(dialect: ProductDialect): Promise<MeasuredClaims> {
  const known = measuredOn.get(dialect)
  if (known) return known
  const measuring = measureClaims(dialect)
  measuredOn.set(dialect, measuring)
  return measuring
}

export const claimsPerSecond: Figure = {
  name: 'claims_per_second',
  about:
    'coupons claimed over HTTP on SQLite, ROLES=runtime,worker, 64 connections, distinct members, every row written and recounted; beside it the same mutation with settling stubbed out, which touches no database',
  target: { ratioAtLeast: 0.6 },
  measure: async () => ({
    name: 'claims_per_second',
    unit: 'claims/s',
    ...(await claimsOn('sqlite')).measured,
  }),
}

export const claimsP99: Figure = {
  name: 'claims_p99_ms',
  about:
    'within which 99 of 100 of those claims were answered, the median of the rounds; beside it the same mutation without a database',
  target: { atMost: 60 },
  measure: async () => {
    const { p99Ms, baselineP99Ms } = await claimsOn('sqlite')
    return { name: 'claims_p99_ms', value: p99Ms, unit: 'ms', baseline: baselineP99Ms }
  },
}

export const claimsPerSecondPostgres: Figure = {
  name: 'claims_per_second_postgres',
  about: 'the same on PostgreSQL with fsync on, on the same two cores',
  target: { ratioAtLeast: 0.45 },
  measure: async () => ({
    name: 'claims_per_second_postgres',
    unit: 'claims/s',
    ...(await claimsOn('postgres')).measured,
  }),
}

export const claimsThreeProcessesPostgres: Figure = {
  name: 'claims_three_processes_postgres',
  about:
    'claims over HTTP by three runtime processes on one PostgreSQL, 64 connections each, summed, exact to the row; beside it one of them alone',
  target: { ratioAtLeast: 0.8 },
  measure: async () => ({
    name: 'claims_three_processes_postgres',
    unit: 'claims/s',
    ...(await measureThree()),
  }),
}

interface MeasuredClaims {
  measured: { value: number; baseline: number; ratio: number }
  p99Ms: number
  baselineP99Ms: number
}

interface Claiming {
  databaseUrl: string
  env: Record<string, string>
  seeded: Seeded
  /** What the books must say in the end: each member has one. */
  expected: Expected
  /** One claim of a member each, which nobody has sent yet. */
  take: (count: number) => LoadRequest[]
}

/** A database of its own with so many members, each of whom claims once; recounted after `use`. */
async function withClaims<T>(
  dialect: ProductDialect,
  members: number,
  use: (claiming: Claiming) => Promise<T>,
): Promise<T> {
  const database = await productDatabase(dialect, { isDurable: true })
  const folder = freshDataDir()
  try {
    const databaseUrl = database.env.DATABASE_URL ?? `sqlite:${path.join(folder.dataDir, 'ziggurat.db')}`
    const env = {
      DATA_DIR: folder.dataDir,
      DATABASE_URL: databaseUrl,
      SECRET,
      DEMO: 'off',
      ROLES: 'runtime,worker',
    }
    const seeded = await runScript<Seeded>(
      'claims/seed.ts',
      { databaseUrl, members } satisfies SeedGiven,
      env,
    )
    const requests = claimsOf(seeded)
    const { rewardId, campaignId, toolId } = seeded
    const expected: Expected = {
      grants: members,
      members,
      campaignId,
      toolId,
      rewardIds: [rewardId],
      counted: members,
      reservedFenEach: RESERVED_FEN,
      budgetFen: members * RESERVED_FEN,
    }
    const result = await use({
      databaseUrl,
      env,
      seeded,
      expected,
      take: (count) => requests.splice(0, count),
    })
    await reconcile(databaseUrl, expected)
    return result
  } finally {
    await database.stop()
    folder.remove()
  }
}

/** Sends claims, all of which must be granted. */
async function claimAll(origin: string, requests: LoadRequest[]): Promise<LoadResult> {
  const result = await measureLoad({ origin, connections: CONNECTIONS, requests, tally: STATUS })
  if (result.tally.granted !== requests.length)
    throw new Error(`not all granted: ${JSON.stringify(result.tally)}`)
  return result
}

function measureClaims(dialect: ProductDialect): Promise<MeasuredClaims> {
  const perRound = CLAIMS_PER_ROUND[dialect]
  // One claim before the rounds shows what the baseline shall answer.
  return withClaims(dialect, (ROUNDS + 1) * perRound + 1, async ({ env, seeded, take }) => {
    const product = await startProduct({ env })
    try {
      const outcome = await claimOnce(product.origin, take(1)[0])
      const { version, definition, toolId, campaignId } = seeded
      const withoutDatabase: NoDatabaseGiven = {
        secret: SECRET,
        version,
        definition,
        toolId,
        campaignId,
        outcome,
      }
      const baseline = await startSidecar('claims/no-database-server.ts', withoutDatabase, env)
      try {
        let requests: LoadRequest[] = []
        const p99s: [ours: number[], theirs: number[]] = [[], []]
        const load = async (origin: string, into: number[]) => {
          const { perSecond, latencyMs } = await claimAll(origin, requests)
          into.push(latencyMs.p99)
          return perSecond
        }
        const measured = await interleave(
          ROUNDS,
          () => {
            requests = take(perRound)
            return load(product.origin, p99s[0])
          },
          () => load(baseline.origin, p99s[1]),
        )
        // The first round of each warms up.
        const [p99Ms, baselineP99Ms] = p99s.map((ms) => median(ms.slice(1))) as [number, number]
        return { measured, p99Ms, baselineP99Ms }
      } finally {
        baseline.stop()
      }
    } finally {
      await product.stop()
    }
  })
}

const PROCESSES = 3

/** Three processes share a budget; beside them, in turn, one of them has it to itself. */
function measureThree() {
  const perRound = CLAIMS_PER_ROUND.postgres
  const each = Math.floor(perRound / PROCESSES)
  const rounds = ROUNDS + 1
  return withClaims('postgres', rounds * (each * PROCESSES + perRound), async ({ env, take }) => {
    const products: Product[] = []
    try {
      for (let i = 0; i < PROCESSES; i++)
        products.push(await startProduct({ env: { ...env, ROLES: 'runtime' } }))
      const [first] = products
      if (!first) throw new Error('no process was started')
      return await interleave(
        ROUNDS,
        async () => {
          const startedAt = performance.now()
          await Promise.all(products.map(({ origin }) => claimAll(origin, take(each))))
          return (each * PROCESSES) / ((performance.now() - startedAt) / 1000)
        },
        async () => {
          const startedAt = performance.now()
          await claimAll(first.origin, take(perRound))
          return perRound / ((performance.now() - startedAt) / 1000)
        },
      )
    } finally {
      for (const product of products) await product.stop()
    }
  })
}

/** One claim for each member, as a phone sends it. */
function claimsOf({ version, rewardId, memberIds }: Seeded): LoadRequest[] {
  const session = { clock: systemClock, sessionKey: deriveKey(SECRET, 'member sessions') }
  return memberIds.map((id) => ({
    method: 'POST',
    path: '/api/member/widget.coupon-wall.claim',
    headers: {
      'content-type': 'application/json',
      cookie: `${MEMBER_COOKIE}=${issueSession(session, { id })}`,
      'user-agent': 'Mozilla/5.0 (Linux; Android 10) Mobile',
    },
    body: JSON.stringify({
      version,
      block: 'wall',
      key: randomBytes(12).toString('hex'),
      input: { rewardId },
    }),
  }))
}

async function claimOnce(origin: string, claim: LoadRequest | undefined): Promise<Outcome> {
  if (!claim) throw new Error('no member was seeded')
  const response = await fetch(origin + claim.path, {
    method: claim.method,
    headers: claim.headers,
    body: claim.body,
  })
  const answer = (await response.json()) as { result?: { data: Outcome } }
  if (answer.result?.data.status !== 'granted') throw new Error(`a claim came to ${JSON.stringify(answer)}`)
  return answer.result.data
}
