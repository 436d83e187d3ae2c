import { z } from 'zod'
import { Id, plainText } from '@/schemas/primitives'
import { and, desc, draw, eq, inArray, member, toolVersion } from '@/src/db'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { prizeNames } from './prize-names'

const LATEST = 100

export const ListDraws = z.object({
  toolId: Id,
  /** The whole of either id of one member. */
  member: plainText(60).optional(),
})

/** A tool's latest draws, won or not, from the newest; of one member where one is asked for. */
export async function listDraws({ ctx, input }: { ctx: StaffContext; input: z.input<typeof ListDraws> }) {
  authorise(ctx, 'grant.read')
  const { toolId, member: who } = ListDraws.parse(input)
  const db = ctx.db.read
  const rows = await db
    .select({ draw, nickname: member.nickname })
    .from(draw)
    .innerJoin(member, eq(draw.memberId, member.id))
    .where(and(eq(draw.toolId, toolId), who ? inArray(draw.memberId, await idsOf(ctx, who)) : undefined))
    .orderBy(desc(draw.drawnAt))
    .limit(LATEST)
  const revisions = [...new Set(rows.map((row) => row.draw.revision))]
  const versions = await db
    .select({ revision: toolVersion.revision, config: toolVersion.config })
    .from(toolVersion)
    .where(and(eq(toolVersion.toolId, toolId), inArray(toolVersion.revision, revisions)))
  const names = new Map(versions.map(({ revision, config }) => [revision, prizeNames(config)]))
  return rows.map(({ draw: { memberId, key, revision, drawn, given, why, drawnAt }, nickname }) => {
    const nameOf = names.get(revision) ?? ((prize: string) => prize)
    return {
      key,
      member: { id: memberId, nickname },
      drawn: nameOf(drawn),
      given: nameOf(given),
      why,
      drawnAt,
    }
  })
}

/** Members of that id, ours or the shop's. */
async function idsOf(ctx: StaffContext, who: string): Promise<string[]> {
  const rows = await ctx.db.read.select({ id: member.id }).from(member).where(eq(member.shopMemberId, who))
  return [who, ...rows.map(({ id }) => id)]
}
