import type { ReadDb } from '@/src/db'
import { dayIn } from '@/src/lib/clock'
import type { AppContext, MemberIdentity } from '../context'
import { ofTool, readCounters, stockOf } from '../grants/counters'
import { factsFor } from '../grants/working-set'
import { readRewards } from '../rewards/internal'
import { readTools, toolDefinitionOf } from './load'

/**
 * What a member, or anybody, may see of each tool now, by the tool's id. A tool that does not
 * exist, or of a type this build does not know, is absent.
 */
export async function presentTools(
  ctx: Pick<AppContext, 'clock' | 'timeZone'>,
  db: ReadDb,
  toolIds: string[],
  member: MemberIdentity | undefined,
): Promise<Record<string, unknown>> {
  const loaded = await readTools(db, [...new Set(toolIds)])
  const known = [...loaded.values()].flatMap((tool) => {
    const definition = toolDefinitionOf(tool.type)
    return definition ? [{ tool, definition }] : []
  })
  const rewardIds = [...new Set(known.flatMap(({ tool, definition }) => definition.rewardIds(tool.config)))]
  const limits = member
    ? known.flatMap(({ tool, definition }) =>
        definition.presentNeeds(tool.config, member).map((ref) => ofTool(tool.id, ref)),
      )
    : []
  const [rewards, stock, limitRows] = await Promise.all([
    readRewards(db, rewardIds),
    readCounters(db, rewardIds.map(stockOf)),
    readCounters(db, limits),
  ])
  const counters = new Map([...limitRows, ...stock])
  const at = ctx.clock.now()
  const now = { at, day: dayIn(ctx.timeZone, at) }
  return Object.fromEntries(
    known.map(({ tool, definition }) => [
      tool.id,
      definition.present(factsFor(tool, { rewards, counters }, at), member, now),
    ]),
  )
}
