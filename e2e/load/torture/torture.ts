import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { freshDataDir, type Product, startProduct } from '../../support/built-product'
import { type ProductDialect, productDatabase } from '../../support/product-database'
import { reconcile } from '../claims/reconcile'
import type { Seeded, SeedGiven } from '../claims/seed'
import { runScript } from '../processes'
import { type Claim, claimsOf } from './claims'
import { Memory } from './memory'
import { type Random, shuffled } from './random'

const SECRET = 'a secret of the torture, as long as it must be'
const CONNECTIONS = 24
/** Claims that are new in one life of the server. */
const FRESH_A_LIFE = 120
/** How long a life lasts from the first claim on, in ms. */
const LIFE_MS = { least: 40, most: 900 }
const RESERVED_FEN = 100
/** What a full disk leaves room for beyond what is there, KB. */
const ROOM_KB = 64

/** How far the clock is put ahead or back, and how often in a life, in ms. */
const JUMP_MS = 6 * 60 * 60 * 1000
const JUMPS_A_LIFE = 4

export type Fault = 'kill' | 'database crash' | 'disk full' | 'clock jumps'

export interface Tortured {
  dialect: ProductDialect
  faults: Record<Fault, number>
  sent: number
  granted: number
  /** What was promised and not kept, or does not add up. */
  broken: string[]
}

/**
 * Claims under way, sent twice and out of order, while the server is killed, its database crashes, its
 * disk is full, or its clock is set ahead and back, again and again. After each fault what was promised is asked for again; in the end
 * everything is recounted from the tables.
 */
export async function torture(
  dialect: ProductDialect,
  plan: readonly Fault[],
  random: Random,
  say: (line: string) => void,
): Promise<Tortured> {
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
  const members = (plan.length + 1) * FRESH_A_LIFE
  const given: SeedGiven = { databaseUrl, members }
  const seeded = await runScript<Seeded>('claims/seed.ts', given, env)
  const claims = claimsOf(seeded, SECRET)
  const memory = new Memory()
  const faults: Record<Fault, number> = { kill: 0, 'database crash': 0, 'disk full': 0, 'clock jumps': 0 }
  let sent = 0
  try {
    for (const [life, fault] of plan.entries()) {
      const maxFileKb = fault === 'disk full' ? largestFileKb(folder.dataDir) + ROOM_KB : undefined
      const product = await startProduct({
        env,
        withJumpingClock: fault === 'clock jumps',
        ...(maxFileKb !== undefined && { maxFileKb }),
      })
      // Without room nothing new can be promised: what was never answered is asked for in the next life.
      if (fault !== 'disk full') await keepPromises(product, memory, random)
      const load = underLoad(product, memory, mixOf(claims, life, random))
      await inFlight(random)
      if (fault === 'database crash') await database.crash?.()
      for (let i = 0; fault === 'clock jumps' && i < JUMPS_A_LIFE; i++) {
        product.setClock(Math.round((2 * random() - 1) * JUMP_MS))
        await inFlight(random)
      }
      // A server without its database, or without room, must live on and answer again; then it is killed.
      if (fault !== 'kill') await inFlight(random)
      await product.kill()
      sent += await load
      faults[fault] += 1
      if ((life + 1) % 10 === 0)
        say(`${dialect}: ${life + 1} of ${plan.length} faults, ${memory.granted.size} granted`)
    }
    const product = await startProduct({ env })
    await keepPromises(product, memory, random)
    sent += await underLoad(product, memory, mixOf(claims, plan.length, random))
    await keepPromises(product, memory, random)
    await product.stop()
    const broken = [...memory.broken, ...(await recounted(databaseUrl, seeded, members, memory.granted.size))]
    return { dialect, faults, sent, granted: memory.granted.size, broken }
  } finally {
    await database.stop()
    folder.remove()
  }
}

/** The life's own claims and some of earlier ones, two of each three sent twice, in any order. */
function mixOf(claims: readonly Claim[], life: number, random: Random): Claim[] {
  const fresh = claims.slice(life * FRESH_A_LIFE, (life + 1) * FRESH_A_LIFE)
  const earlier = shuffled(claims.slice(0, life * FRESH_A_LIFE), random).slice(0, FRESH_A_LIFE / 4)
  const once = [...fresh, ...earlier]
  return shuffled([...once, ...once.filter(() => random() < 2 / 3)], random)
}

/** Sends them all, so many at once, until they are through or the server is gone. Answers how many. */
async function underLoad(product: Product, memory: Memory, claims: Claim[]): Promise<number> {
  let next = 0
  let refused = 0
  const connection = async () => {
    for (let claim = claims[next++]; claim && refused < CONNECTIONS; claim = claims[next++]) {
      if (!(await memory.send(product.origin, claim))) refused += 1
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  return Math.min(next, claims.length)
}

/** Asks again for all that was granted, and for what was never answered, until it is. */
async function keepPromises(product: Product, memory: Memory, random: Random): Promise<void> {
  const open = [...memory.unanswered.values()]
  for (let tries = 0; open.length > 0; tries++) {
    const claim = open.pop() as Claim
    if (await memory.send(product.origin, claim)) continue
    if (tries > 2_000) throw new Error(`the server answers no more:\n${product.log()}`)
    open.unshift(claim)
  }
  await underLoad(product, memory, shuffled(memory.claimsGranted(), random))
}

const inFlight = (random: Random) =>
  new Promise((resolve) => setTimeout(resolve, LIFE_MS.least + random() * (LIFE_MS.most - LIFE_MS.least)))

function largestFileKb(folder: string): number {
  const sizes = readdirSync(folder).map((name) => statSync(path.join(folder, name)).size)
  return Math.ceil(Math.max(0, ...sizes) / 1024)
}

async function recounted(
  databaseUrl: string,
  { rewardId, campaignId, toolId }: Seeded,
  members: number,
  claims: number,
): Promise<string[]> {
  const budgetFen = members * RESERVED_FEN
  return reconcile(databaseUrl, {
    grants: claims,
    members: claims,
    campaignId,
    toolId,
    rewardIds: [rewardId],
    counted: claims,
    reservedFenEach: RESERVED_FEN,
    budgetFen,
  }).then(
    () => [],
    (error: Error) => [error.message],
  )
}
