import type { PageDefinition } from '@/schemas/page'
import type { AskedFacts, CheckedReward, CheckedTool, PageFacts } from '@/schemas/page-facts'
import { costFenOf } from '@/schemas/reward'
import { readUploadUrl, variantWidths } from '@/schemas/upload'
import { eq, formerSlug, inArray, page, publication, type ReadDb } from '@/src/db'
import { textsIn } from '@/src/document'
import { describeFields } from '@/widgets/kit/describe-fields'
import { findMaster, findVariant } from '../assets/find'
import { type BudgetSummary, NO_BUDGET, readBudgets } from '../budgets/internal'
import { stateAt } from '../campaigns/state'
import type { AppContext } from '../context'
import { counterText, readCounters, stockOf } from '../grants/counters'
import { unprovenPrices } from '../products/unproven-prices'
import { type RewardRow, readRewards } from '../rewards/internal'
import { readTools, type ToolWithCampaign, toolDefinitionOf } from '../tools/load'
import { momentOf } from '../tools/moment'
import type { PageRow } from './internal'

/** Texts of one tool that are looked at: a lottery has a thousand prizes at most. */
const MOST_TEXTS = 200
const UPLOAD = /^\/assets\/u\/([0-9a-f]{64})[^.]*\.([a-z]+)$/
/** The browser of a phone of today. */
const ACCEPTS = 'image/avif,image/webp'

/** What the checks of a page ask about, as it is now. Asks nobody outside this installation. */
export async function readFacts(
  ctx: AppContext,
  row: Pick<PageRow, 'id' | 'slug' | 'campaignId'>,
  asked: AskedFacts,
  locale: PageDefinition['settings']['locale'],
): Promise<PageFacts> {
  const db = ctx.db.read
  const former = await db
    .select({ slug: formerSlug.slug })
    .from(formerSlug)
    .where(eq(formerSlug.pageId, row.id))
    .limit(100)
  return {
    now: ctx.clock.now().getTime(),
    ownHosts: ctx.publicUrl ? [new URL(ctx.publicUrl).host] : [],
    ownSlugs: [row.slug, ...former.map(({ slug }) => slug)],
    campaignId: row.campaignId,
    tools: await readCheckedTools(ctx, asked.toolIds),
    pages: await readPages(db, asked.slugs),
    imageBytes: await readImageBytes(ctx, asked.images),
    scriptBytes: ctx.scriptBytes?.(asked.types, locale) ?? 0,
  }
}

async function readCheckedTools(ctx: AppContext, ids: string[]): Promise<PageFacts['tools']> {
  const db = ctx.db.read
  const tools = await readTools(db, ids)
  const definitionOf = ({ type }: ToolWithCampaign) => toolDefinitionOf(type)
  const rewardIds = [...tools.values()].flatMap((tool) => definitionOf(tool)?.rewardIds(tool.config) ?? [])
  const rewards = await readRewards(db, [...new Set(rewardIds)])
  const stock = await readCounters(
    db,
    [...rewards.keys()].map((id) => stockOf(id)),
  )
  const budgets = await readBudgets(db, [...new Set([...tools.values()].map(({ campaign }) => campaign.id))])
  const left = (id: string) => {
    const counter = stock.get(counterText(stockOf(id)))
    return counter ? counter.cap - counter.used : 0
  }
  const checked = ids.map(async (id) => {
    const tool = tools.get(id)
    const own = tool ? (definitionOf(tool)?.rewardIds(tool.config) ?? []) : []
    const its = [...new Set(own)].flatMap((rewardId) => rewards.get(rewardId) ?? [])
    return [
      id,
      tool
        ? checkedTool(
            tool,
            its.map((reward) => checkedReward(reward, left(reward.id))),
            budgets.get(tool.campaign.id) ?? NO_BUDGET,
            ctx.clock.now(),
            await readUnprovenPrices(ctx, tool),
          )
        : null,
    ] as const
  })
  return Object.fromEntries(await Promise.all(checked))
}

/** Of a tool that shows products. */
async function readUnprovenPrices(
  { db, clock, timeZone }: AppContext,
  { type, config, campaign }: ToolWithCampaign,
): Promise<string[] | undefined> {
  const definition = toolDefinitionOf(type)
  const parsed = definition?.config.safeParse(config)
  if (!parsed?.success) return undefined
  const at = clock.now()
  const { products } = definition?.presentNeeds(parsed.data, undefined, momentOf(timeZone, at), {}) ?? {}
  return products && unprovenPrices(db.read, products, campaign.startsAt, at)
}

function checkedTool(
  { type, config, campaign }: ToolWithCampaign,
  rewards: CheckedReward[],
  { availableFen }: BudgetSummary,
  now: Date,
  unproven: string[] | undefined,
): CheckedTool {
  const definition = toolDefinitionOf(type)
  const parsed = definition?.config.safeParse(config)
  const problems = parsed?.success
    ? (definition?.check?.(parsed.data) ?? []).map(({ code }) => code)
    : ['config_outdated']
  const traits = parsed?.success ? definition?.traits?.(parsed.data) : undefined
  const texts = parsed?.success && definition ? textsIn(parsed.data, describeFields(definition.config)) : []
  const at = (instant: string | undefined) => (instant ? Date.parse(instant) : null)
  return {
    type,
    campaign: {
      id: campaign.id,
      name: campaign.name,
      isEnded: stateAt(campaign, now) === 'ended',
      startsAt: campaign.startsAt.getTime(),
      endsAt: campaign.endsAt.getTime(),
      availableFen,
    },
    problems: [...new Set(problems)],
    windows: (traits?.windows ?? []).map(({ from, until }) => ({ from: at(from), until: at(until) })),
    isDraw: definition?.replay !== undefined,
    says: traits?.says ?? [],
    sellsChances: traits?.sellsChances ?? false,
    form: traits?.form,
    rewards,
    texts: [...texts.map(({ text }) => text), ...rewards.map(({ title }) => title)].slice(0, MOST_TEXTS),
    unprovenPrices: unproven,
  }
}

function checkedReward({ id, title, kind, terms, isEnabled, reservedFenEach }: RewardRow, left: number) {
  const until =
    'validity' in terms && terms.validity.kind === 'until' ? Date.parse(terms.validity.until) : null
  return { id, title, kind, isEnabled, valueFen: costFenOf(terms), reservedFen: reservedFenEach, left, until }
}

async function readPages(db: ReadDb, slugs: string[]): Promise<PageFacts['pages']> {
  if (slugs.length === 0) return {}
  const found = await db
    .select({ slug: page.slug, published: publication.slug })
    .from(page)
    .leftJoin(publication, eq(publication.pageId, page.id))
    .where(inArray(page.slug, slugs))
  const former = await db
    .select({ slug: formerSlug.slug, published: publication.slug })
    .from(formerSlug)
    .leftJoin(publication, eq(publication.pageId, formerSlug.pageId))
    .where(inArray(formerSlug.slug, slugs))
  const states = new Map(
    [...former, ...found].map(
      ({ slug, published }) => [slug, published ? 'published' : 'unpublished'] as const,
    ),
  )
  return Object.fromEntries(slugs.map((slug) => [slug, states.get(slug) ?? 'missing']))
}

/** Uploads in the width and format a phone of today takes. */
async function readImageBytes(ctx: AppContext, images: string[]): Promise<Record<string, number>> {
  const weighed = await Promise.all(
    images.map(async (address): Promise<[string, number][]> => {
      const [, hash, extension] = UPLOAD.exec(address) ?? []
      if (!hash || !extension) return []
      const upload = readUploadUrl(address)
      const file = upload
        ? await findVariant(ctx, hash, variantWidths(upload.width).at(-1) ?? upload.width, ACCEPTS)
        : await findMaster(ctx, hash, extension)
      return file ? [[address, file.bytes]] : []
    }),
  )
  return Object.fromEntries(weighed.flat())
}
