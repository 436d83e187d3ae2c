import { z } from 'zod'
import { Id, IdempotencyKey } from '@/schemas/primitives'
import { and, draw, eq, grant, type ReadDb, tool, toolVersion } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { rngFrom } from '@/widgets/kit/rng'
import type { DrawRecord, ReplayedDraw } from '@/widgets/kit/tool'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { toolDefinitionOf } from '../tools/load'
import { prizeNames } from './prize-names'

/** By what it won, or by the request it answered. */
export const ReplayDraw = z.union([
  z.strictObject({ grantId: Id }),
  z.strictObject({ memberId: Id, key: IdempotencyKey }),
])

/** Where a record and its replay come apart. */
export interface DrawDifference {
  what: 'configuration' | 'seed' | 'drawn' | 'given' | 'why' | 'grant'
  kept: string
  replayed: string
}

type DrawRow = typeof draw.$inferSelect

/**
 * Makes a recorded draw again from its seed and the configuration it was drawn by, and compares:
 * what was drawn, what was given, why, and the grant that must be there or must not. Throws
 * `not_found` when there is no such draw.
 */
export async function replayDraw({ ctx, input }: { ctx: StaffContext; input: z.input<typeof ReplayDraw> }) {
  authorise(ctx, 'grant.read')
  const asked = ReplayDraw.parse(input)
  const db = ctx.db.read
  const row = await findDraw(db, 'grantId' in asked ? await requestOf(db, asked.grantId) : asked)
  const [version] = await db
    .select({ config: toolVersion.config, type: tool.type })
    .from(toolVersion)
    .innerJoin(tool, eq(toolVersion.toolId, tool.id))
    .where(and(eq(toolVersion.toolId, row.toolId), eq(toolVersion.revision, row.revision)))
  const replay = version && toolDefinitionOf(version.type)?.replay
  const names = prizeNames(version?.config)
  const record = {
    drawn: names(row.drawn),
    given: names(row.given),
    why: row.why,
    drawsBefore: row.drawsBefore,
    lossesBefore: row.lossesBefore,
    revision: row.revision,
    seed: row.seed,
    drawnAt: row.drawnAt,
  }
  if (!replay) {
    const missing: DrawDifference = { what: 'configuration', kept: `${row.revision}`, replayed: '' }
    return { record, differences: [missing] }
  }
  const again = replayOf(row, (rng) => replay(version.config, recordOf(row), rng))
  const differences = again
    ? [...compare(row, again), ...compareGrants(await grantsOf(db, row), again)]
    : [{ what: 'seed' as const, kept: row.seed, replayed: '' }]
  return { record, differences }
}

const recordOf = ({ drawn, given, why, drawsBefore, lossesBefore }: DrawRow): DrawRecord => ({
  drawn,
  given,
  why,
  draws: drawsBefore,
  losses: lossesBefore,
})

/** Undefined when the seed is none. */
function replayOf(
  { seed }: DrawRow,
  replay: (rng: ReturnType<typeof rngFrom>) => ReplayedDraw,
): ReplayedDraw | undefined {
  try {
    return replay(rngFrom(seed))
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function compare(row: DrawRow, again: ReplayedDraw): DrawDifference[] {
  const differences: DrawDifference[] = [
    { what: 'drawn', kept: row.drawn, replayed: again.drawn },
    { what: 'given', kept: row.given, replayed: again.given ?? '' },
    { what: 'why', kept: row.why ?? '', replayed: again.why ?? '' },
  ]
  return differences.filter(({ kept, replayed }) => kept !== replayed)
}

/** A draw that won has the one grant of its prize; one that did not has none. */
function compareGrants(rewardIds: string[], { rewardId = '' }: ReplayedDraw): DrawDifference[] {
  const kept = rewardIds.join()
  return kept === rewardId ? [] : [{ what: 'grant', kept, replayed: rewardId }]
}

async function grantsOf(db: ReadDb, { memberId, key }: DrawRow): Promise<string[]> {
  const rows = await db
    .select({ rewardId: grant.rewardId })
    .from(grant)
    .where(eq(grant.idempotency, `${memberId}:${key}:0`))
  return rows.map(({ rewardId }) => rewardId)
}

/** The request that a grant answered. */
async function requestOf(db: ReadDb, grantId: string): Promise<{ memberId: string; key: string }> {
  const [row] = await db
    .select({ memberId: grant.memberId, idempotency: grant.idempotency })
    .from(grant)
    .where(eq(grant.id, grantId))
  const key = row?.idempotency.split(':')[1]
  if (!row || !key) throw new AppError('not_found', `no draw won ${grantId}`)
  return { memberId: row.memberId, key }
}

async function findDraw(db: ReadDb, of: { memberId: string; key: string }): Promise<DrawRow> {
  const [row] = await db
    .select()
    .from(draw)
    .where(and(eq(draw.memberId, of.memberId), eq(draw.key, of.key)))
  if (!row) throw new AppError('not_found', `no draw ${of.key} of ${of.memberId}`)
  return row
}
