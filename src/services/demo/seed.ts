import { and, eq, inArray, member, memberTag, publication, staff } from '@/src/db'
import { newId } from '@/src/lib/ids'
import type { AppContext, StaffContext } from '../context'
import { addStaff, hashPassword } from '../staff/add-staff'
import type { Auth } from '../staff/auth'
import { bringWallets } from '../wallets'
import { DEMO_PASSWORD, DEMO_STAFF } from './accounts'
import { ABOUT_SLUG, addAboutDouble11, addDouble11 } from './double-11'
import { playHistory } from './history'
import { addLuckyPacket } from './lucky-packet'
import { addNewMember } from './new-member'
import { pastimes } from './pastimes'
import { addPayouts } from './payouts'
import { DEMO_MEMBERS } from './people'
import { addPointsCarnival } from './points-carnival'
import { addProducts } from './products'
import { addRewards } from './rewards'
import { addRisk } from './risk'
import { venueWindow } from './window'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Fills an empty installation with the demo: staff, members with their pasts, campaigns and their
 * pages, through the same verbs that staff and members use. Answers whether it did; what is there
 * is never changed.
 */
export async function seedDemo(ctx: AppContext, auth: Auth): Promise<boolean> {
  const [anybody] = await ctx.db.read
    .select({ id: staff.id })
    .from(staff)
    .where(eq(staff.isDemo, true))
    .limit(1)
  // The last step of all: a start that was cut off before is taken up again.
  const published = await ctx.db.read
    .select({ slug: publication.slug })
    .from(publication)
    .where(inArray(publication.slug, ['double-11', ABOUT_SLUG]))
  if (anybody && published.length === 2) return false
  if (!anybody) await addPeople(ctx, auth)
  await addVenues(await asAdmin(ctx))
  return true
}

async function addVenues(ctx: StaffContext): Promise<void> {
  const window = venueWindow(ctx.clock.now())
  await addProducts(ctx, new Date(window.startsAt))
  const rewards = await addRewards(ctx)
  const double11 = await addDouble11(ctx, rewards, window)
  await addNewMember(ctx, rewards, window)
  await addPointsCarnival(ctx, rewards, window)
  await addLuckyPacket(ctx, rewards, window)
  await playHistory(ctx, pastimes(rewards))
  await addPayouts(ctx)
  await addRisk(ctx)
  await addAboutDouble11(ctx, double11)
}

async function addPeople(ctx: AppContext, auth: Auth): Promise<void> {
  const passwordHash = await hashPassword(auth, DEMO_PASSWORD)
  const now = ctx.clock.now()
  const daysFromNow = (days: number) => new Date(now.getTime() + days * DAY_MS)
  const people = DEMO_MEMBERS.map((person) => ({ id: newId('mbr', now), ...person }))
  await ctx.db.transaction(async (tx) => {
    for (const person of DEMO_STAFF) {
      await addStaff(tx, { ...person, isDemo: true, passwordHash }, now)
    }
    await tx.insert(member).values(
      people.map(({ id, shopMemberId, nickname, city, level, joinedDaysAgo }) => ({
        id,
        shopMemberId,
        nickname,
        city,
        level,
        isDemo: true,
        createdAt: daysFromNow(-joinedDaysAgo),
      })),
    )
    await tx
      .insert(memberTag)
      .values(people.flatMap(({ id: memberId, tags }) => tags.map((tag) => ({ memberId, tag }))))
    await bringWallets(
      tx,
      people
        .filter(({ points, cashFen }) => points > 0 || cashFen > 0)
        .map(({ id, points, pointsDays, cashFen }) => ({
          memberId: id,
          points,
          pointsUntil: daysFromNow(pointsDays),
          cashFen,
        })),
      now,
    )
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
