import type { PageDefinition } from '@/schemas/page'
import { and, campaign, eq, member, page, publication, reward, staff, tool } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { createCampaign, transitionCampaign } from '../campaigns'
import type { AppContext, StaffContext } from '../context'
import { createPage, publishPage, savePage } from '../pages'
import { createReward } from '../rewards'
import { addStaff, hashPassword } from '../staff/add-staff'
import type { Auth } from '../staff/auth'
import { createTool } from '../tools'
import { DEMO_MEMBERS, DEMO_PASSWORD, DEMO_STAFF } from './accounts'
import { aboutDouble11Page, double11Page } from './pages'

const DAY_MS = 24 * 60 * 60 * 1000

const COUPONS = [
  { title: '全场通用券', amountFen: 2_000, thresholdFen: 19_900, stock: 2_000, perMember: 2 },
  { title: '家电专享券', amountFen: 10_000, thresholdFen: 99_900, stock: 500, perMember: 1 },
  { title: '生鲜尝鲜券', amountFen: 800, thresholdFen: 3_900, stock: 3_000, perMember: 3 },
]

/**
 * Fills an empty installation with the demo: staff, members, the campaign 双11 and its two pages,
 * through the same verbs that staff use. Answers whether it did; what is there is never changed.
 */
export async function seedDemo(ctx: AppContext, auth: Auth): Promise<boolean> {
  const [anybody] = await ctx.db.read
    .select({ id: staff.id })
    .from(staff)
    .where(eq(staff.isDemo, true))
    .limit(1)
  // The last step of all: a start that was cut off before is taken up again.
  const [finished] = await ctx.db.read.select().from(publication).where(eq(publication.slug, 'double-11'))
  if (anybody && finished) return false
  if (!anybody) await addPeople(ctx, auth)
  await addDouble11(await asAdmin(ctx))
  return true
}

async function addPeople(ctx: AppContext, auth: Auth): Promise<void> {
  const passwordHash = await hashPassword(auth, DEMO_PASSWORD)
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    for (const person of DEMO_STAFF) {
      await addStaff(tx, { ...person, isDemo: true, passwordHash }, now)
    }
    const members = DEMO_MEMBERS.map(({ shopMemberId, nickname }) => ({
      id: newId('mbr', now),
      shopMemberId,
      nickname,
      isDemo: true,
      createdAt: now,
    }))
    await tx.insert(member).values(members)
  })
}

async function asAdmin(ctx: AppContext): Promise<StaffContext> {
  const [admin] = await ctx.db.read
    .select({ id: staff.id, name: staff.name, email: staff.email })
    .from(staff)
    .where(and(eq(staff.isDemo, true), eq(staff.email, 'admin@ziggurat.demo')))
  if (!admin) throw new Error('the demo has no admin')
  return { ...ctx, requestId: 'demo', staff: { ...admin, roles: ['admin'] } }
}

async function addDouble11(ctx: StaffContext): Promise<void> {
  const now = ctx.clock.now().getTime()
  const startsAt = new Date(now - DAY_MS).toISOString()
  const endsAt = new Date(now + 30 * DAY_MS).toISOString()
  const campaignId = await campaignOf(ctx, { name: '双11', startsAt, endsAt, budgetFen: 10_000_000 })
  const coupons = []
  for (const { perMember, ...coupon } of COUPONS) {
    coupons.push({ rewardId: await rewardOf(ctx, coupon), perMember })
  }
  const toolId = await toolOf(ctx, campaignId, '双11 领券', { coupons })
  await publishOnce(ctx, 'about-double-11', campaignId, aboutDouble11Page())
  await publishOnce(ctx, 'double-11', campaignId, double11Page({ toolId, endsAt }))
}

/* Each step looks first whether a start that was cut off has made it already. */

async function campaignOf(ctx: StaffContext, input: Parameters<typeof createCampaign>[0]['input']) {
  const [before] = await ctx.db.read
    .select({ id: campaign.id, state: campaign.state })
    .from(campaign)
    .where(and(eq(campaign.name, input.name), eq(campaign.createdBy, ctx.staff?.id ?? '')))
  const id = before?.id ?? (await createCampaign({ ctx, input })).id
  if (!before || before.state === 'draft') await transitionCampaign({ ctx, input: { id, event: 'launch' } })
  return id
}

async function rewardOf(ctx: StaffContext, coupon: Omit<(typeof COUPONS)[number], 'perMember'>) {
  const { title, amountFen, thresholdFen, stock } = coupon
  const [before] = await ctx.db.read
    .select({ id: reward.id })
    .from(reward)
    .where(and(eq(reward.title, title), eq(reward.createdBy, ctx.staff?.id ?? '')))
  if (before) return before.id
  const validity = { kind: 'days' as const, days: 3 }
  const terms = { kind: 'coupon' as const, amountFen, thresholdFen, validity, useLink: '/p/about-double-11' }
  const made = await createReward({
    ctx,
    input: { title, terms, stock, reservation: { kind: 'full' } },
  })
  return made.id
}

async function toolOf(
  ctx: StaffContext,
  campaignId: string,
  name: string,
  config: Parameters<typeof createTool>[0]['input']['config'],
) {
  const [before] = await ctx.db.read
    .select({ id: tool.id })
    .from(tool)
    .where(and(eq(tool.name, name), eq(tool.campaignId, campaignId)))
  if (before) return before.id
  const input = { campaignId, type: 'coupon-wall', name, config }
  return (await createTool({ ctx, input })).id
}

/** Leaves alone a page of that link that is published, or that somebody else made. */
async function publishOnce(
  ctx: StaffContext,
  slug: string,
  campaignId: string,
  definition: PageDefinition,
): Promise<void> {
  const [before] = await ctx.db.read
    .select({ id: page.id, revision: page.revision, by: page.createdBy, published: publication.slug })
    .from(page)
    .leftJoin(publication, eq(publication.pageId, page.id))
    .where(eq(page.slug, slug))
  if (before && (before.published || before.by !== ctx.staff?.id)) return
  const made = before ?? {
    ...(await createPage({ ctx, input: { title: definition.title, slug, campaignId } })),
    revision: 1,
  }
  const { revision } = await savePage({ ctx, input: { id: made.id, revision: made.revision, definition } })
  await publishPage({ ctx, input: { id: made.id, revision } })
}
