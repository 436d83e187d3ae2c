import {
  campaign,
  counter,
  eq,
  exclusivityGroup,
  exclusivityMember,
  inArray,
  isNull,
  or,
  page,
  pageVersion,
  participationLimit,
  product,
  publication,
  publicationTool,
  type ReadDb,
  reward,
  riskRule,
  tool,
  toolReward,
} from '@/src/db'
import { canonicalJson } from '@/src/document'
import { AppError } from '@/src/lib/errors'
import { sha256Hex } from '@/src/lib/hash'
import { readBudgets } from '../budgets/internal'
import { stockOf } from '../grants/counters'
import { toolDefinitionOf } from '../tools/load'
import { momentOf } from '../tools/moment'

/** Products of one group that are taken along; no floor shows more. */
const PRODUCTS_MOST = 1_000

/** All that a rehearsal of a campaign is played with, as it is live. */
export type Source = Awaited<ReturnType<typeof readSource>>

/** What is compared to tell whether anything was changed: nobody configures a date of saving. */
const NOT_CONFIGURED = new Set(['createdAt', 'updatedAt', 'createdBy', 'state'])

/**
 * The campaign's pages, every tool on them and of the campaign, and what these need.
 * Pages may play tools of other campaigns, which come along: nothing on them is left to be real.
 * Throws `not_found`.
 */
export async function readSource(db: ReadDb, campaignId: string, timeZone: string, now: Date) {
  const [own] = await db.select().from(campaign).where(eq(campaign.id, campaignId))
  if (!own) throw new AppError('not_found', `no campaign ${campaignId}`)
  const { pages, played } = await readPages(db, campaignId)
  const toolIds = [...new Set(played.map(({ toolId }) => toolId))]
  const tools = await db
    .select()
    .from(tool)
    .where(or(eq(tool.campaignId, campaignId), inArray(tool.id, toolIds)))
  const campaignIds = [...new Set([campaignId, ...tools.map((row) => row.campaignId)])]
  const links = await db
    .select()
    .from(toolReward)
    .where(
      inArray(
        toolReward.toolId,
        tools.map(({ id }) => id),
      ),
    )
  const rewardIds = [...new Set(links.map(({ rewardId }) => rewardId))]
  const scope = stockOf('').scope
  const stock = await db.select().from(counter).where(inArray(counter.key, rewardIds))
  const groupMembers = await db
    .select()
    .from(exclusivityMember)
    .where(inArray(exclusivityMember.campaignId, campaignIds))
  const copied = {
    campaigns: await db.select().from(campaign).where(inArray(campaign.id, campaignIds)),
    pages,
    played,
    tools,
    links,
    rewards: await db.select().from(reward).where(inArray(reward.id, rewardIds)),
    stock: stock.filter((row) => row.scope === scope).map(({ key, cap }) => ({ rewardId: key, cap })),
    limits: await db
      .select()
      .from(participationLimit)
      .where(inArray(participationLimit.campaignId, campaignIds)),
    groups: await db
      .select()
      .from(exclusivityGroup)
      .where(
        inArray(
          exclusivityGroup.id,
          groupMembers.map(({ groupId }) => groupId),
        ),
      ),
    groupMembers,
    riskRules: await db
      .select()
      .from(riskRule)
      .where(or(isNull(riskRule.campaignId), inArray(riskRule.campaignId, campaignIds))),
  }
  return {
    campaignId,
    ...copied,
    hash: sha256Hex(canonicalJson(configured(copied))),
    budgets: await readBudgets(db, campaignIds),
    products: await readProductsOf(db, tools, timeZone, now),
  }
}

/**
 * The published pages that play the campaign or belong to it, such as its rules, and all the tools
 * these play.
 */
async function readPages(db: ReadDb, campaignId: string) {
  const playing = await db
    .selectDistinct({ slug: publicationTool.slug })
    .from(publicationTool)
    .innerJoin(tool, eq(publicationTool.toolId, tool.id))
    .where(eq(tool.campaignId, campaignId))
  const plays = new Set(playing.map(({ slug }) => slug))
  const rows = await db
    .select({ publication, page, version: pageVersion })
    .from(publication)
    .innerJoin(page, eq(publication.pageId, page.id))
    .innerJoin(pageVersion, eq(publication.versionHash, pageVersion.hash))
    .where(or(inArray(publication.slug, [...plays]), eq(page.campaignId, campaignId)))
  const played = await db
    .select()
    .from(publicationTool)
    .where(
      inArray(
        publicationTool.slug,
        rows.map((row) => row.publication.slug),
      ),
    )
  const pages = rows.map(({ publication: { slug }, page: { id, title }, version }) => ({
    slug,
    pageId: id,
    title,
    version: version.hash,
    definition: version.definition,
    isPlaying: plays.has(slug),
  }))
  return { pages: pages.sort((a, b) => (a.slug < b.slug ? -1 : 1)), played }
}

/** The products that these tools show. */
async function readProductsOf(
  db: ReadDb,
  tools: (typeof tool.$inferSelect)[],
  timeZone: string,
  now: Date,
): Promise<(typeof product.$inferSelect)[]> {
  const moment = momentOf(timeZone, now)
  const asked = tools.flatMap(({ type, config }) => {
    const needs = toolDefinitionOf(type)?.presentNeeds(config, undefined, moment, {})
    return needs?.products ?? []
  })
  const ids = asked.flatMap((each) => each.ids ?? [])
  const groups = asked.flatMap((each) => each.groups ?? [])
  if (ids.length + groups.length === 0) return []
  return db
    .select()
    .from(product)
    .where(or(inArray(product.id, ids), inArray(product.group, groups)))
    .limit(PRODUCTS_MOST)
}

/** The same as JSON, rows in one order, without what nobody configures. */
function configured(copied: object): unknown {
  const json = JSON.parse(
    JSON.stringify(copied, (key, value) => (NOT_CONFIGURED.has(key) ? undefined : value)),
  ) as Record<string, unknown[]>
  return Object.fromEntries(
    Object.entries(json).map(([name, rows]) => [name, rows.map((row) => canonicalJson(row)).sort()]),
  )
}
