import type { MemberFacts } from '@/schemas/condition-holds'
import type { PageDefinition } from '@/schemas/page'
import { asc, campaign, eq, formerSlug, member, memberTag, or, page, publication } from '@/src/db'
import type { Member } from '@/widgets/kit/tool'
import { phaseAt } from '../campaigns/state'
import type { AppContext } from '../context'
import { maskedName } from '../members/masked-name'
import { readSession } from '../members/session'
import { presentBlocks } from './read'

const DAY_MS = 24 * 60 * 60 * 1000

/** The campaign of the page that a link shows, as it stands now; undefined for a page without one. */
export async function readPageCampaign(
  ctx: AppContext,
  slug: string,
): Promise<{ phase: string; name: string } | undefined> {
  const { name, state, startsAt, endsAt } = campaign
  const [row] = await ctx.db.read
    .select({ name, state, startsAt, endsAt })
    .from(publication)
    .innerJoin(page, eq(page.id, publication.pageId))
    .innerJoin(campaign, eq(campaign.id, page.campaignId))
    // A link the page had before shows the same page.
    .leftJoin(formerSlug, eq(formerSlug.pageId, page.id))
    .where(or(eq(publication.slug, slug), eq(formerSlug.slug, slug)))
    .limit(1)
  return row && { name: row.name, phase: phaseAt(row, ctx.clock.now()) }
}

/** What a page's conditions may know of a member, and each bound tool as that member may see it. */
export interface MemberOfPage {
  member: MemberFacts
  tools: Record<string, unknown>
}

/** The member of a session's cookie as a page's conditions see them; undefined for none or a bad cookie. */
export async function readMemberOfPage(
  ctx: AppContext,
  cookie: string,
  definition: PageDefinition,
): Promise<MemberOfPage | undefined> {
  const session = readSession(ctx, cookie)
  return session && memberOfPage(ctx, session.id, definition)
}

/** The same of a member who is known already. */
export async function memberOfPage(
  ctx: AppContext,
  id: string,
  definition: PageDefinition,
): Promise<MemberOfPage | undefined> {
  const [[row], tags] = await Promise.all([
    ctx.db.read.select().from(member).where(eq(member.id, id)),
    ctx.db.read
      .select({ tag: memberTag.tag })
      .from(memberTag)
      .where(eq(memberTag.memberId, id))
      .orderBy(asc(memberTag.tag)),
  ])
  if (!row) return undefined
  const { level, city, nickname, createdAt } = row
  const shown: Member = { id, name: maskedName(nickname) }
  const daysKnown = Math.floor((ctx.clock.now().getTime() - createdAt.getTime()) / DAY_MS)
  return {
    member: { level, city, tags: tags.map(({ tag }) => tag), daysKnown },
    tools: await presentBlocks(ctx, definition, shown),
  }
}
