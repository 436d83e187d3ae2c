import { createHmac } from 'node:crypto'
import { and, eq, isNull, type ReadDb, rehearsal } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { Lru } from '@/src/lib/lru'
import type { AppContext } from '../context'
import { createDecisionLog } from '../decisions/log'
import { createCombiner } from '../grants/combine'

export type RehearsalRow = typeof rehearsal.$inferSelect

/** What one rehearsal's pages, tools and blocks come to. */
const REMEMBERED = 100

/** The rehearsals this process has open, or has closed for good, by the installation's database and their ids. */
const stages = new WeakMap<ReadDb, Map<string, AppContext | 'closed'>>()

/** One rehearsal as it stands in our books, whether open or closed; undefined for none of that id. */
export async function readRehearsalRow(db: ReadDb, id: string): Promise<RehearsalRow | undefined> {
  const [row] = await db.select().from(rehearsal).where(eq(rehearsal.id, id))
  return row
}

/** The campaign's rehearsal that is open, or being made; undefined when there is none. */
export async function readOpenRow(db: ReadDb, campaignId: string): Promise<RehearsalRow | undefined> {
  const [row] = await db
    .select()
    .from(rehearsal)
    .where(and(eq(rehearsal.campaignId, campaignId), isNull(rehearsal.closedAt)))
  return row
}

/** All that are not closed: played on, being made, or waiting to be closed. */
export async function readOpenRows(db: ReadDb): Promise<RehearsalRow[]> {
  return db.select().from(rehearsal).where(isNull(rehearsal.closedAt))
}

/** The ids of those that have books of their own, finished and not closed. */
export async function rehearsalsWithBooks(db: ReadDb): Promise<string[]> {
  const rows = await readOpenRows(db)
  return rows.flatMap(({ id, readyAt }) => (readyAt === null ? [] : [id]))
}

/** Whether a rehearsal can be played on now, by this build. */
export function isPlayed({ db, clock }: Pick<AppContext, 'db' | 'clock'>, row: RehearsalRow): boolean {
  return (
    row.closedAt === null &&
    row.readyAt !== null &&
    row.endsAt > clock.now() &&
    row.migrationCount === db.migrationCount
  )
}

/**
 * Everything a service needs, in a rehearsal: its own database, clock, queue, caches and keys, so that
 * the very same services run on it and nothing of theirs can reach what is real.
 */
export function stageOf(ctx: AppContext, row: Pick<RehearsalRow, 'id' | 'aheadMs'>): AppContext {
  let known = stages.get(ctx.db.read)
  if (!known) {
    known = new Map()
    stages.set(ctx.db.read, known)
  }
  const stage = known.get(row.id) ?? openStage(ctx, row)
  // Who read the row just before would otherwise make its database anew.
  if (stage === 'closed') throw new AppError('conflict', `${row.id} was closed meanwhile`)
  known.set(row.id, stage)
  return stage
}

function openStage(ctx: AppContext, { id, aheadMs }: Pick<RehearsalRow, 'id' | 'aheadMs'>): AppContext {
  const { clock: real, timeZone, log } = ctx
  const db = ctx.db.beside(id)
  const clock = { now: () => new Date(real.now().getTime() + aheadMs) }
  const decisions = createDecisionLog({ db, timeZone, log })
  decisions.start()
  // What is signed in a rehearsal is worth nothing outside of it, nor the other way round.
  const own = (key: Buffer) => createHmac('sha256', key).update(`rehearsal ${id}`).digest()
  const submissionKey = own(ctx.submissionKey)
  return {
    db,
    clock,
    timeZone,
    log,
    isDemo: ctx.isDemo,
    publicUrl: ctx.publicUrl,
    dataDir: ctx.dataDir,
    sessionKey: own(ctx.sessionKey),
    payoutKey: own(ctx.payoutKey),
    identityKey: own(ctx.identityKey),
    submissionKey,
    ticketKey: own(ctx.ticketKey),
    invitationKey: own(ctx.invitationKey),
    combiner: createCombiner({ db, clock, timeZone, submissionKey }),
    decisions,
    versions: new Lru(REMEMBERED),
    playableBlocks: new Lru(REMEMBERED),
    campaignOfTool: new Lru(REMEMBERED),
    checkRendering: ctx.checkRendering,
    reachAddress: ctx.reachAddress,
  }
}

/** Lets go of a rehearsal's database, once nothing is written to it any more. */
export async function closeStage(ctx: Pick<AppContext, 'db'>, id: string): Promise<void> {
  const known = stages.get(ctx.db.read)
  const stage = known?.get(id)
  known?.set(id, 'closed')
  if (!stage || stage === 'closed') return
  await stage.combiner.drain()
  await stage.decisions.stop()
  await stage.db.close()
}

/** Lets go of all of them, when the process stops. They stay open to the next one. */
export async function closeStages(ctx: Pick<AppContext, 'db'>): Promise<void> {
  const ids = [...(stages.get(ctx.db.read)?.keys() ?? [])]
  await Promise.all(ids.map((id) => closeStage(ctx, id)))
}
