import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { Outcome } from '@/schemas/outcome'
import { systemClock } from '@/src/lib/clock'
import { deriveKey } from '@/src/lib/secrets'
import { issueSession, MEMBER_COOKIE } from '@/src/services/members/session'
import { freshDataDir, startProduct } from '../../support/built-product'
import { type ProductDialect, productDatabase } from '../../support/product-database'
import type { NoDatabaseGiven } from '../claims/no-database-server'
import { reconcile } from '../claims/reconcile'
import type { Seeded, SeedGiven } from '../claims/seed'
import { type Figure, interleave, type Measured } from '../figure'
import type { LoadRequest } from '../http-load'
import { measureLoad, runScript, startSidecar } from '../processes'

const CONNECTIONS = 64
const ROUNDS = 5
/** By dialect, so that a round takes a second or two. */
const CLAIMS_PER_ROUND = { sqlite: 6_000, postgres: 4_000 }
const RESERVED_FEN = 100
const SECRET = 'a secret of the bench, as long as it must be'
const STATUS = '"status":"([a-z_]+)"'

export const claimsPerSecond: Figure = {
  name: 'claims_per_second',
  about:
    'coupons claimed over HTTP on SQLite, ROLES=runtime,worker, 64 connections, distinct members, every row written and recounted; beside it the same mutation with settling stubbed out, which touches no database',
  target: { ratioAtLeast: 0.3 },
  measure: () => measureClaims('claims_per_second', 'sqlite'),
}

export const claimsPerSecondPostgres: Figure = {
  name: 'claims_per_second_postgres',
  about: 'the same on PostgreSQL with fsync on, on the same two cores',
  measure: () => measureClaims('claims_per_second_postgres', 'postgres'),
}

async function measureClaims(name: string, dialect: ProductDialect): Promise<Measured> {
  const perRound = CLAIMS_PER_ROUND[dialect]
  const database = await productDatabase(dialect, { isDurable: true })
  const folder = freshDataDir()
  const databaseUrl = database.env.DATABASE_URL ?? `sqlite:${path.join(folder.dataDir, 'ziggurat.db')}`
  const env = {
    DATA_DIR: folder.dataDir,
    DATABASE_URL: databaseUrl,
    SECRET,
    DEMO: 'off',
    ROLES: 'runtime,worker',
  }
  // One claim before the rounds shows what the baseline shall answer.
  const given: SeedGiven = { databaseUrl, members: (ROUNDS + 1) * perRound + 1 }
  const seeded = await runScript<Seeded>('claims/seed.ts', given, env)
  const product = await startProduct({ env })
  try {
    const [first, ...requests] = claimsOf(seeded)
    const outcome = await claimOnce(product.origin, first)
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
      let round = 0
      const load = async (origin: string, slice: LoadRequest[]) => {
        const result = await measureLoad({ origin, connections: CONNECTIONS, requests: slice, tally: STATUS })
        if (result.tally.granted !== slice.length)
          throw new Error(`not all granted: ${JSON.stringify(result.tally)}`)
        return result.perSecond
      }
      const measured = await interleave(
        ROUNDS,
        () => load(product.origin, requests.slice(round * perRound, ++round * perRound)),
        () => load(baseline.origin, requests.slice((round - 1) * perRound, round * perRound)),
      )
      await reconcile(databaseUrl, {
        claims: given.members,
        rewardId: seeded.rewardId,
        campaignId,
        reservedFenEach: RESERVED_FEN,
        budgetFen: given.members * RESERVED_FEN,
      })
      return { name, ...measured, unit: 'claims/s' }
    } finally {
      baseline.stop()
    }
  } finally {
    await product.stop()
    await database.stop()
    folder.remove()
  }
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
