import { mkdirSync } from 'node:fs'
import { type Database, openDatabase } from '@/src/db'
import { systemClock } from '@/src/lib/clock'
import type { Env } from '@/src/lib/env'
import { createLogger } from '@/src/lib/log'
import { Lru } from '@/src/lib/lru'
import type { Webhook } from '@/src/lib/post-signed'
import { reachAddress } from '@/src/lib/reach-address'
import { deriveKey, installationSecret } from '@/src/lib/secrets'
import type { AppContext } from '@/src/services/context'
import { createDecisionLog } from '@/src/services/decisions'
import { createCombiner } from '@/src/services/grants'
import { type Auth, createAuth } from '@/src/services/staff'

/** Page versions, and tools' campaigns, that a process remembers: a few hundred pages at once. */
const REMEMBERED = 500

export interface Booted {
  ctx: AppContext
  /** Signs staff in; only where the console is served. */
  auth: Auth | undefined
}

/** Opens and migrates the database and puts together what every service needs. */
export async function bootContext(
  env: Env,
  { checkRendering, scriptBytes }: Pick<AppContext, 'checkRendering' | 'scriptBytes'>,
): Promise<Booted> {
  mkdirSync(env.DATA_DIR, { recursive: true })
  const secret = installationSecret(env.SECRET, env.DATA_DIR)
  const db = openDatabase(env.DATABASE_URL, { maxConnections: env.DATABASE_POOL })
  await prepare(db)
  const clock = systemClock
  const timeZone = env.SHOP_TIME_ZONE
  const log = createLogger(env.LOG_LEVEL)
  const submissionKey = deriveKey(secret, 'submissions of forms')
  const ctx: AppContext = {
    db,
    clock,
    timeZone,
    log,
    isDemo: env.DEMO,
    publicUrl: env.PUBLIC_URL,
    dataDir: env.DATA_DIR,
    sessionKey: deriveKey(secret, 'member sessions'),
    payoutKey: deriveKey(secret, 'payout files'),
    identityKey: deriveKey(secret, 'identities of winners'),
    submissionKey,
    ticketKey: env.TICKET_SECRET ? Buffer.from(env.TICKET_SECRET) : deriveKey(secret, 'tickets'),
    invitationKey: deriveKey(secret, 'invitations'),
    alertWebhook: webhookOf(env.ALERT_WEBHOOK_URL, env.ALERT_WEBHOOK_SECRET),
    memberWebhook: webhookOf(env.MEMBER_WEBHOOK_URL, env.MEMBER_WEBHOOK_SECRET),
    combiner: createCombiner({ db, clock, timeZone, submissionKey }),
    decisions: createDecisionLog({ db, timeZone, log }),
    versions: new Lru(REMEMBERED),
    playableBlocks: new Lru(REMEMBERED * 10),
    campaignOfTool: new Lru(REMEMBERED * 10),
    checkRendering,
    reachAddress,
    scriptBytes,
  }
  const hasConsole = env.ROLES.includes('console')
  return {
    ctx,
    auth: hasConsole ? await createAuth(ctx, deriveKey(secret, 'staff sessions').toString('hex')) : undefined,
  }
}

function webhookOf(url: string | undefined, secret: string | undefined): Webhook | undefined {
  return url && secret ? { url, key: Buffer.from(secret) } : undefined
}

async function prepare(db: Database): Promise<void> {
  try {
    await db.migrate()
    await db.assertReady()
  } catch (error) {
    await db.close().catch(() => {})
    throw error
  }
}
