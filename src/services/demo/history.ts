import { z } from 'zod'
import type { Outcome } from '@/schemas/outcome'
import { eq, inArray, member, pageView, publication } from '@/src/db'
import { dayIn } from '@/src/lib/clock'
import type { AppContext, MemberContext } from '../context'
import { createCombiner, performAction } from '../grants'
import { pageState } from '../publications'
import { readVersion } from '../publications/version'
import { DEMO_MEMBERS } from './people'

/*
 * The demo's past: what its members did on the days before it was opened, through the very actions
 * that members tap, each at its hour. So stock, budgets and winners are real; only how often pages
 * were looked at is made up.
 */

const HOUR_MS = 60 * 60 * 1000
/** When people were about, in hours before the demo was made; the last hour is left to whoever tries it. */
const HOURS_AGO = [66, 58, 51, 44, 37, 30, 21, 12, 7, 3]
/** Nobody comes on the stroke: how long after a visit's hour each part of the crowd does, in minutes. */
const LATER = [0, 9.4, 21.7, 34.2, 47.8]
/** Between one thing that a member does and the next, in minutes. */
const BETWEEN = 1.7
const MINUTE_MS = 60 * 1000

export interface Played {
  slug: string
  block: string
  type: string
  action: string
  /**
   * `packets` are those sent at this visit by the same part of the crowd; `look` shows what the
   * block shows a member who opens the page by such a link. Undefined: what was meant is not there.
   */
  input: (member: number, visit: number, packets: readonly string[], look: Look) => unknown
  /** Which of the crowd do this at a visit. */
  by: (member: number, visit: number) => boolean
}

/** What a member is shown of the block, by the parameters of the link they came by. */
export type Look = (member: number, params?: Record<string, string>) => Promise<unknown>

/** Plays the past. Playing it again changes nothing: each tap has a key of its own. */
export async function playHistory(ctx: AppContext, plays: Played[]): Promise<void> {
  const versions = await publishedVersions(ctx, [...new Set(plays.map(({ slug }) => slug))])
  const members = await readMembers(ctx)
  const now = ctx.clock.now().getTime()
  for (const [visit, hoursAgo] of HOURS_AGO.entries()) {
    const packets: string[][] = LATER.map(() => [])
    // One play after the other, so that a member has the points before spending them.
    for (const [nth, play] of plays.entries()) {
      const version = versions.get(play.slug)
      if (!version) throw new Error(`the demo published no ${play.slug}`)
      for (const [part, later] of LATER.entries()) {
        const minutes = later + nth * BETWEEN
        const then = contextAt(ctx, new Date(now - hoursAgo * HOUR_MS + minutes * MINUTE_MS))
        const taps = members.filter((_, i) => (i + visit) % LATER.length === part && play.by(i, visit))
        const sent = packets[part] ?? []
        const look: Look = (index, params) => shown(then, play, version, members[index], params)
        const outcomes = await Promise.all(
          taps.map(async (id) => {
            const input = await play.input(members.indexOf(id), visit, sent, look)
            const key = `demo-${play.block}-${play.action}-${visit}`
            return input === undefined ? undefined : tap(then, play, version, id, key, input)
          }),
        )
        sent.push(...outcomes.flatMap(packetIn))
      }
    }
  }
  await addViews(ctx, [...versions.keys()], now)
}

/** Made-up views of the three days before: somebody who plays has looked, and more look than play. */
async function addViews(ctx: AppContext, slugs: string[], now: number): Promise<void> {
  const rows = slugs.flatMap((slug, i) =>
    [3, 2, 1].map((daysAgo) => ({
      slug,
      day: dayIn(ctx.timeZone, new Date(now - daysAgo * 24 * HOUR_MS)),
      views: Math.round(2_400 / (i + 1) / daysAgo) + 37 * i,
    })),
  )
  await ctx.db.transaction(async (tx) => {
    await tx.insert(pageView).values(rows).onConflictDoNothing()
  })
}

function contextAt(ctx: AppContext, at: Date): AppContext {
  const clock = { now: () => at }
  return { ...ctx, clock, combiner: createCombiner({ db: ctx.db, clock, timeZone: ctx.timeZone }) }
}

function tap(ctx: AppContext, play: Played, version: string, id: string, key: string, input: unknown) {
  const { type, action, block } = play
  const request: MemberContext = { ...ctx, requestId: 'demo', member: { id } }
  return performAction({ ctx: request, type, action, input: { version, block, key, input } })
}

async function shown(
  ctx: AppContext,
  { block }: Played,
  version: string,
  id: string | undefined,
  params: Record<string, string> = {},
): Promise<unknown> {
  const request: MemberContext = { ...ctx, requestId: 'demo', member: id === undefined ? undefined : { id } }
  return (await pageState({ ctx: request, input: { version, params } })).tools[block]
}

const SentPacket = z.object({ status: z.literal('done'), detail: z.object({ packet: z.string() }) })

/** The packet that was sent, if that is what was done. */
function packetIn(outcome: Outcome | undefined): string[] {
  const sent = SentPacket.safeParse(outcome)
  return sent.success ? [sent.data.detail.packet] : []
}

async function publishedVersions(ctx: AppContext, slugs: string[]): Promise<Map<string, string>> {
  const rows = await ctx.db.read
    .select({ slug: publication.slug, version: publication.versionHash })
    .from(publication)
    .where(inArray(publication.slug, slugs))
  for (const { version } of rows) await readVersion(ctx, version)
  return new Map(rows.map(({ slug, version }) => [slug, version]))
}

/** The ids of the demo's members, in their order. */
async function readMembers(ctx: AppContext): Promise<string[]> {
  const rows = await ctx.db.read
    .select({ id: member.id, shopMemberId: member.shopMemberId })
    .from(member)
    .where(eq(member.isDemo, true))
  const idOf = new Map(rows.map((row) => [row.shopMemberId, row.id]))
  return DEMO_MEMBERS.flatMap(({ shopMemberId }) => idOf.get(shopMemberId) ?? [])
}
