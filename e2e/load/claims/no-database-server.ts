import { readFileSync } from 'node:fs'
import { getRequestListener } from '@hono/node-server'
import type { Outcome } from '@/schemas/outcome'
import type { PageDefinition } from '@/schemas/page'
import { createApi } from '@/src/api/app'
import { listen } from '@/src/boot/listen'
import { systemClock } from '@/src/lib/clock'
import { createLogger } from '@/src/lib/log'
import { Lru } from '@/src/lib/lru'
import { deriveKey } from '@/src/lib/secrets'
import type { AppContext } from '@/src/services/context'

export interface NoDatabaseGiven {
  secret: string
  version: string
  definition: PageDefinition
  toolId: string
  campaignId: string
  /** What every claim is answered. */
  outcome: Outcome
}

/*
 * The product's own API with everything a claim passes on its way (HTTP, Hono, session, tRPC,
 * schemas, idempotency hash), but what would reach the database: settling answers at once.
 */
const [file] = process.argv.slice(2)
if (!file) throw new Error('what shall it answer?')
const given = JSON.parse(readFileSync(file, 'utf8')) as NoDatabaseGiven

/** A question that is answered with no rows, however it goes on. */
function nothing(): unknown {
  const rows = Promise.resolve([])
  const question: unknown = new Proxy(rows, {
    get: (_, name) => (name === 'then' ? rows.then.bind(rows) : () => question),
  })
  return question
}

// Limits and risk rules are asked for once a second, whatever the load: here there are none.
const read = { select: nothing, selectDistinct: nothing }
const untouchable = new Proxy({} as AppContext['db'], {
  get: (_, name) => {
    if (name === 'read') return read
    throw new Error(`the baseline reached for the database: ${String(name)}`)
  },
})
const versions = new Lru<string, PageDefinition>(10)
versions.set(given.version, given.definition)
const campaignOfTool = new Lru<string, string>(10)
campaignOfTool.set(given.toolId, given.campaignId)

class AllPlayable extends Lru<string, number> {
  override get(): number {
    return Date.now()
  }
}

const api = createApi({
  ctx: {
    db: untouchable,
    clock: systemClock,
    timeZone: 'Asia/Shanghai',
    log: createLogger('warn'),
    isDemo: false,
    publicUrl: undefined,
    dataDir: '',
    sessionKey: deriveKey(given.secret, 'member sessions'),
    payoutKey: Buffer.alloc(32),
    identityKey: Buffer.alloc(32),
    submissionKey: Buffer.alloc(32),
    ticketKey: Buffer.alloc(32),
    invitationKey: Buffer.alloc(32),
    decisions: { note: () => {}, flush: async () => {}, start: () => {}, stop: async () => {} },
    combiner: { submit: async () => given.outcome, drain: async () => {} },
    versions,
    playableBlocks: new AllPlayable(0),
    campaignOfTool,
    checkRendering: () => {},
    reachAddress: async () => 'unknown',
  },
  auth: undefined,
  isReady: async () => true,
})
const { port } = await listen(getRequestListener(api.fetch), 0, '127.0.0.1')
console.log(port)
