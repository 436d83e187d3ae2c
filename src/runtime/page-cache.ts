import { conditionsOf, nextTurn, type PageConditions } from './conditions'
import type { PageCampaign, PublishedPage, RuntimeDeps } from './deps'
import { type FinishedResponse, finishResponse, QUICK } from './finished-response'
import { JSON_TYPE, PAGE_HEADERS, REVALIDATE } from './headers'
import { nextBoundary, type PageFragments, renderPage, renderTools } from './page-fragments'
import { drawVariants, MOST_VARIANTS, type PageVariants } from './page-variants'
import type { Widgets } from './widgets'

/** A published page as it is sent now. */
export interface FinishedPage extends PageVariants {
  /** Made when first asked for. */
  definitionJson: () => Promise<FinishedResponse>
}

interface Entry {
  version: string
  definition: PublishedPage['definition']
  fragments: PageFragments
  /** What the tools said when it was drawn, as text. */
  tools: string
  conditions: PageConditions
  /** What its campaign was when it was drawn, as text. */
  campaign: string
  /** When a schedule or the clock changes what is on, ms since the epoch. */
  boundary: number
  page: FinishedPage
}

interface Slot {
  /** Undefined when nothing is published there. */
  entry: Entry | undefined
  /** Until then it is sent without asking again, ms since the epoch. */
  freshUntil: number
  /** When the database last confirmed it. */
  confirmedAt: number
  /** The one check under way. */
  checking: Promise<FinishedPage | undefined> | undefined
}

/** A change of a link shows after at most this, ms. */
const FRESH_MS = 1000
/** While the database does not answer, what was published before is sent for this long, ms. */
const STALE_ON_ERROR_MS = 5 * 60_000
/** A request waits this long for a check before it is sent what is there, ms. */
const PATIENCE_MS = 300
const MAX_BYTES = 64 * 1024 * 1024
/** Links that lead nowhere are remembered too, a small number of them. */
const MAX_SLOTS = 2000

/**
 * Finished pages by slug. A page is asked about at most once a second however many want it, and
 * drawn again only when its version, what its tools say, or a schedule changed it.
 */
export class PageCache {
  private readonly slots = new Map<string, Slot>()
  private bytes = 0

  constructor(
    private readonly deps: RuntimeDeps,
    private readonly widgets: Widgets,
  ) {}

  /** The page to send now: at once when it is fresh, otherwise after asking. Undefined is not found. */
  get(slug: string): FinishedPage | undefined | Promise<FinishedPage | undefined> {
    const slot = this.slots.get(slug)
    if (slot && this.deps.now() < slot.freshUntil) return slot.entry?.page
    return slot?.checking ?? this.check(slug, slot)
  }

  private check(slug: string, known: Slot | undefined): Promise<FinishedPage | undefined> {
    const slot = known ?? { entry: undefined, freshUntil: 0, confirmedAt: 0, checking: undefined }
    const work = this.update(slug, slot).finally(() => {
      slot.checking = undefined
    })
    slot.checking = slot.entry ? this.withPatience(work, slot, slot.entry) : work
    this.keep(slug, slot)
    return slot.checking
  }

  /** A slow or broken database must not take down a page that is already here. */
  private async withPatience(work: Promise<FinishedPage | undefined>, slot: Slot, entry: Entry) {
    let timer: ReturnType<typeof setTimeout> | undefined
    const patience = new Promise<FinishedPage>((resolve) => {
      timer = setTimeout(() => resolve(entry.page), PATIENCE_MS)
    })
    const answer = work.catch((error) => {
      const now = this.deps.now()
      if (now - slot.confirmedAt > STALE_ON_ERROR_MS) throw error
      this.deps.log.warn({ err: error }, 'a page is sent as it was, because asking about it failed')
      slot.freshUntil = now + FRESH_MS
      return entry.page
    })
    try {
      return await Promise.race([answer, patience])
    } finally {
      clearTimeout(timer)
    }
  }

  private async update(slug: string, slot: Slot): Promise<FinishedPage | undefined> {
    const before = slot.entry
    // Counted from before asking, so that what is published meanwhile waits no longer than said.
    const askedAt = this.deps.now()
    const published = await this.deps.getPublication(slug)
    const entry = published && (await this.entryFor(slug, published, before))
    const isKept = this.slots.get(slug) === slot
    // A slot that was dropped meanwhile is no longer counted, and does not come back.
    if (isKept) this.bytes += sizeOf(entry) - sizeOf(slot.entry)
    slot.entry = entry
    slot.confirmedAt = askedAt
    slot.freshUntil = Math.min(askedAt + FRESH_MS, entry?.boundary ?? Number.POSITIVE_INFINITY)
    if (isKept) this.keep(slug, slot)
    return entry?.page
  }

  private async entryFor(slug: string, published: PublishedPage, before: Entry | undefined): Promise<Entry> {
    const { version, definition } = published
    const states = await this.toolStates(slug, definition)
    const tools = JSON.stringify(states)
    const isSameVersion = before?.version === version
    const conditions = isSameVersion ? before.conditions : conditionsOf(definition)
    const pageCampaign = conditions.asksCampaign ? await this.campaignOf(slug) : undefined
    const campaign = JSON.stringify(pageCampaign ?? null)
    const now = this.deps.now()
    const isSame = isSameVersion && before.tools === tools && before.campaign === campaign
    if (before && isSame && now < before.boundary) return before

    const context = {
      timeZone: this.deps.timeZone,
      now: () => now,
      onBroken: (blockId: string, err: unknown) =>
        this.deps.log.error({ err, slug, version, blockId }, 'a block cannot be drawn and is left empty'),
    }
    let fragments = isSameVersion ? before.fragments : renderPage(definition, states, this.widgets, context)
    if (isSameVersion && before.tools !== tools) fragments = renderTools(fragments, states, context)

    const drawn = { slug, version, fragments, states, conditions, campaign: pageCampaign, now }
    const page: FinishedPage = {
      ...(await drawVariants(drawn, this.deps, this.widgets.definitions)),
      definitionJson: isSameVersion ? before.page.definitionJson : once(() => definitionJson(definition)),
    }
    const boundary = Math.min(nextBoundary(definition, now), nextTurn(conditions, now))
    return { version, definition, fragments, tools, conditions, campaign, boundary, page }
  }

  /** Without its campaign a page opens as one that has none. */
  private async campaignOf(slug: string): Promise<PageCampaign | undefined> {
    try {
      return await this.deps.conditions.readCampaign(slug)
    } catch (err) {
      this.deps.log.error({ err, slug }, 'the campaign of a page could not be read')
      return undefined
    }
  }

  /** A page opens without its tools' states rather than not at all: the phone asks for them again. */
  private async toolStates(slug: string, definition: PublishedPage['definition']) {
    try {
      return await this.deps.presentTools(definition)
    } catch (err) {
      this.deps.log.error({ err, slug }, 'the tools of a page could not be read')
      return {}
    }
  }

  /** Moves the slot to the end, and drops from the front what there is no room for. */
  private keep(slug: string, slot: Slot): void {
    this.slots.delete(slug)
    this.slots.set(slug, slot)
    for (const [oldest, { entry }] of this.slots) {
      if (this.slots.size <= MAX_SLOTS && this.bytes <= MAX_BYTES) break
      if (oldest === slug) break
      this.slots.delete(oldest)
      this.bytes -= sizeOf(entry)
    }
  }
}

/** The finished bytes, and as much again for the fragments and the definition they are made of. */
function sizeOf(entry: Entry | undefined): number {
  return entry ? entry.page.html.bytes * (entry.conditions.isPersonal ? 2 + MOST_VARIANTS : 3) : 0
}

function definitionJson(definition: PublishedPage['definition']): Promise<FinishedResponse> {
  const body = Buffer.from(JSON.stringify(definition))
  return finishResponse(body, JSON_TYPE, [...PAGE_HEADERS, ...REVALIDATE], QUICK)
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
