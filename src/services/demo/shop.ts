import { and, asc, desc, eq, inArray, member, page, publication } from '@/src/db'
import type { AppContext } from '../context'
import { issueTicket } from '../members'
import { DEMO_STAFF } from './accounts'
import { DEMO_MEMBERS } from './people'

/** Those with a story of their own; the crowd is there to have been there. */
const NAMED = DEMO_MEMBERS.filter(({ about }) => about !== '').map(({ shopMemberId }) => shopMemberId)

/** What the demo offers to choose from: accounts, members and published pages. */
export async function listDemo(ctx: AppContext) {
  const [members, pages] = await Promise.all([
    ctx.db.read
      .select({ id: member.id, shopMemberId: member.shopMemberId, nickname: member.nickname })
      .from(member)
      .where(and(eq(member.isDemo, true), inArray(member.shopMemberId, NAMED)))
      .orderBy(asc(member.shopMemberId)),
    ctx.db.read
      .select({ slug: publication.slug, title: page.title })
      .from(publication)
      .innerJoin(page, eq(publication.pageId, page.id))
      .orderBy(desc(publication.publishedAt))
      .limit(100),
  ])
  const about = new Map(DEMO_MEMBERS.map((m) => [m.shopMemberId, m.about]))
  return {
    accounts: DEMO_STAFF,
    members: members.map(({ id, nickname, shopMemberId }) => ({
      id,
      nickname,
      about: about.get(shopMemberId) ?? '',
    })),
    pages,
  }
}

/**
 * The link the shop's app would open for a member, with a fresh ticket; for nobody, the bare
 * link. Undefined when there is no such demo member.
 */
export async function openAsMember(
  ctx: AppContext,
  { memberId, slug }: { memberId: string | null; slug: string },
): Promise<string | undefined> {
  if (memberId === null) return `/p/${slug}`
  const [row] = await ctx.db.read
    .select({ shopMemberId: member.shopMemberId, nickname: member.nickname })
    .from(member)
    .where(and(eq(member.id, memberId), eq(member.isDemo, true)))
  return row && `/p/${slug}?ticket=${await issueTicket(ctx, row)}`
}
