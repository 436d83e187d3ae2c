import type { z } from 'zod'
import type { RehearsalOptions } from '@/schemas/rehearsal'
import { and, eq, isNull, isUniqueViolation, rehearsal } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import { recordAudit } from '../audit/record'
import type { StaffContext, StaffIdentity } from '../context'
import { authorise } from '../staff/authorise'
import { fillRehearsal } from './fill'
import { StartRehearsal } from './schemas'
import { readSource, type Source } from './source'
import { closeStage, type RehearsalRow, stageOf } from './stage'

const HOUR_MS = 60 * 60 * 1000
const HOURS = 24

/**
 * Starts a rehearsal of a campaign as it is configured now, whatever its state, on stock and money of
 * its own. Throws `not_found`, `already_exists` when one is open, and `wrong_state` when no published
 * page plays the campaign, so that there would be nothing to open.
 */
export async function startRehearsal({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof StartRehearsal>
}) {
  const staff = authorise(ctx, 'campaign.rehearse')
  const { campaignId, pointsEach, ...options } = StartRehearsal.parse(input)
  const now = ctx.clock.now()
  const source = await ctx.db.snapshot((read) => readSource(read, campaignId, ctx.timeZone, now))
  if (!source.pages.some(({ isPlaying }) => isPlaying))
    throw new AppError('wrong_state', `no page plays ${campaignId}`, [{ code: 'no_page' }])
  const row = await register(ctx, staff, source, { pointsEach, options, now })
  try {
    await make(ctx, staff, source, row)
  } catch (error) {
    await giveUp(ctx, row.id)
    throw error
  }
  return { id: row.id }
}

/** Takes the campaign's one place for a rehearsal, before its database is there. */
async function register(
  ctx: StaffContext,
  staff: StaffIdentity,
  source: Source,
  o: { pointsEach: number; options: RehearsalOptions; now: Date },
): Promise<RehearsalRow> {
  const { campaignId, hash } = source
  const endsAt = new Date(o.now.getTime() + (o.options.hours ?? HOURS) * HOUR_MS)
  const asAt = playedAt(source, o.options, o.now)
  try {
    return await ctx.db.transaction(async (tx) => {
      const [row] = await tx
        .insert(rehearsal)
        .values({
          id: newId('rhs', o.now),
          campaignId,
          sourceHash: hash,
          migrationCount: ctx.db.migrationCount,
          aheadMs: asAt.getTime() - o.now.getTime(),
          pointsEach: o.pointsEach,
          options: o.options,
          startedBy: staff.id,
          startedAt: o.now,
          endsAt,
        })
        .returning()
      if (!row) throw new Error('a rehearsal was not written')
      await recordAudit(tx, ctx, 'rehearsal.start', campaignId, { rehearsal: row.id, ...o.options })
      return row
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('already_exists', `${campaignId} is being rehearsed`)
    throw error
  }
}

/** The instant its clock starts at: now, or the campaign's start when it has not begun or is over. */
function playedAt({ campaigns, campaignId }: Source, { asAt }: RehearsalOptions, now: Date): Date {
  if (asAt) return new Date(asAt)
  const own = campaigns.find(({ id }) => id === campaignId)
  return own && (now < own.startsAt || now >= own.endsAt) ? own.startsAt : now
}

async function make(ctx: StaffContext, by: StaffIdentity, source: Source, row: RehearsalRow): Promise<void> {
  const stage = stageOf(ctx, row)
  await stage.db.migrate()
  const fill = { rehearsalId: row.id, by, options: row.options, now: stage.clock.now() }
  await stage.db.transaction((tx) => fillRehearsal(tx, source, fill))
  const readyAt = ctx.clock.now()
  const ready = await ctx.db.transaction((tx) =>
    tx
      .update(rehearsal)
      .set({ readyAt })
      .where(and(eq(rehearsal.id, row.id), isNull(rehearsal.closedAt)))
      .returning({ id: rehearsal.id }),
  )
  if (ready.length === 0) throw new AppError('conflict', `${row.id} was cleared meanwhile`)
}

async function giveUp(ctx: StaffContext, id: string): Promise<void> {
  await closeStage(ctx, id)
  await ctx.db.dropBeside(id)
  await ctx.db.transaction((tx) =>
    tx
      .update(rehearsal)
      .set({ closedAt: ctx.clock.now(), closedWhy: 'failed' })
      .where(and(eq(rehearsal.id, id), isNull(rehearsal.closedAt)))
      .returning({ id: rehearsal.id }),
  )
}
