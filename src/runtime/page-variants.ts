import { type ConditionFacts, timeFacts } from '@/schemas/condition-holds'
import type { BlockId } from '@/schemas/page'
import type { AnyWidgetDefinition } from '@/widgets/kit/definition'
import { assemble } from './assemble'
import { factsOfTools, type PageConditions, unmetOf } from './conditions'
import type { PageCampaign, RuntimeDeps } from './deps'
import { pageHtml } from './document-html'
import { type FinishedResponse, finishResponse, QUICK } from './finished-response'
import { HTML, PAGE_HEADERS, PERSONAL, REVALIDATE } from './headers'
import type { PageFragments } from './page-fragments'

/** So many ways of one page are kept: what differs is only which blocks are on. */
export const MOST_VARIANTS = 16

/** A page as it is sent now. */
export interface PageVariants {
  /** To whoever is not signed in, and on nearly every page to everybody. */
  html: FinishedResponse
  /**
   * To the member of a session's cookie, on a page whose conditions ask about them; absent on every
   * other. Never fails: a page opens as for strangers rather than not at all.
   */
  forMember?: (cookie: string) => Promise<FinishedResponse>
}

interface Drawn {
  slug: string
  version: string
  fragments: PageFragments
  states: Record<string, unknown>
  conditions: PageConditions
  campaign: PageCampaign | undefined
  now: number
}

/** Joins a page's fragments for strangers, and on demand for members: each way of it once. */
export async function drawVariants(
  drawn: Drawn,
  deps: RuntimeDeps,
  definitions: Readonly<Record<string, AnyWidgetDefinition>>,
): Promise<PageVariants> {
  const { slug, fragments, states, conditions, campaign, now } = drawn
  const { definition } = fragments
  const known = new Map<string, Promise<FinishedResponse>>()

  const unmetFor = (member: ConditionFacts['member'], tools: Readonly<Record<string, unknown>>) =>
    unmetOf(conditions, {
      time: timeFacts(now, deps.timeZone),
      member,
      campaign,
      tools: factsOfTools(conditions, definition, tools, definitions),
    })

  function variantOf(unmet: ReadonlySet<BlockId>): Promise<FinishedResponse> {
    const key = [...unmet].join(' ')
    const variant = known.get(key) ?? finish(drawn, unmet, deps)
    if (known.size < MOST_VARIANTS) known.set(key, variant)
    return variant
  }

  async function forMember(cookie: string): Promise<FinishedResponse> {
    try {
      const found = await deps.conditions.readMember(cookie, definition)
      return found ? await variantOf(unmetFor(found.member, found.tools)) : html
    } catch (err) {
      deps.log.error({ err, slug }, 'a page is sent as to strangers, because asking about the member failed')
      return html
    }
  }

  const html = await variantOf(unmetFor(undefined, states))
  return conditions.isPersonal ? { html, forMember } : { html }
}

function finish(drawn: Drawn, unmet: ReadonlySet<BlockId>, deps: RuntimeDeps): Promise<FinishedResponse> {
  const { slug, version, fragments, states, conditions, campaign, now } = drawn
  const { timeZone, publicUrl, loginUrl, assets } = deps
  const html = pageHtml(
    {
      slug,
      version,
      definition: fragments.definition,
      assembled: assemble(fragments, now, unmet),
      tools: states,
      campaignName: campaign?.name,
      timeZone,
      publicUrl,
      loginUrl,
    },
    assets,
  )
  const headers = [...PAGE_HEADERS, ...(conditions.isPersonal ? PERSONAL : REVALIDATE)]
  return finishResponse(Buffer.from(html), HTML, headers, QUICK)
}
