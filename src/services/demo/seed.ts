import type { PageDefinition } from '@/schemas/page'
import { and, eq, member, publication, staff } from '@/src/db'
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
  // The last step of all: a start that was cut off is taken up again where it stopped.
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
      await addStaff(tx, { ...person, password: DEMO_PASSWORD, isDemo: true, passwordHash }, now)
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
  const campaign = await createCampaign({
    ctx,
    input: { name: '双11', startsAt, endsAt, budgetFen: 10_000_000 },
  })
  await transitionCampaign({ ctx, input: { id: campaign.id, event: 'launch' } })

  const coupons = []
  for (const { title, amountFen, thresholdFen, stock, perMember } of COUPONS) {
    const validity = { kind: 'days' as const, days: 3 }
    const terms = { amountFen, thresholdFen, validity, useLink: '' }
    const reward = await createReward({
      ctx,
      input: { title, coupon: terms, stock, reservation: { kind: 'full' } },
    })
    coupons.push({ rewardId: reward.id, perMember })
  }
  const tool = await createTool({
    ctx,
    input: { campaignId: campaign.id, type: 'coupon-wall', name: '双11 领券', config: { coupons } },
  })
  await addPage(ctx, 'about-double-11', campaign.id, aboutDouble11Page())
  await addPage(ctx, 'double-11', campaign.id, double11Page({ toolId: tool.id, endsAt }))
}

async function addPage(
  ctx: StaffContext,
  slug: string,
  campaignId: string,
  definition: PageDefinition,
): Promise<void> {
  const { id } = await createPage({ ctx, input: { title: definition.title, slug, campaignId } })
  const { revision } = await savePage({ ctx, input: { id, revision: 1, definition } })
  await publishPage({ ctx, input: { id, revision } })
}
