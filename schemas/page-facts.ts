import type { DrawRulePart } from './check-rule'
import type { RewardKind } from './reward'

/*
 * What the checks of a page need to know and only the server does: the tools it plays, the pages it
 * leads to, how much its pictures weigh. Instants are ms since the epoch.
 */

/** What a page asks about. Each list is without repeats and bounded. */
export interface AskedFacts {
  toolIds: string[]
  slugs: string[]
  /** Addresses of uploaded pictures. */
  images: string[]
  /** Widgets whose scripts the page loads. */
  types: string[]
}

export interface PageFacts {
  now: number
  /** Hosts and ports that lead to this site: `shop.example`, `127.0.0.1:3000`. */
  ownHosts: string[]
  /** By which the page itself opens, the ones it had before among them. */
  ownSlugs: string[]
  campaignId: string | null
  /** By id; null for one that does not exist. What was not asked about is absent. */
  tools: Readonly<Record<string, CheckedTool | null>>
  /** Pages of this site by slug. */
  pages: Readonly<Record<string, 'published' | 'unpublished' | 'missing'>>
  /** Bytes of each picture as a phone loads it; those of other sites are absent. */
  imageBytes: Readonly<Record<string, number>>
  /** Bytes of the scripts as they are sent, packed. */
  scriptBytes: number
}

export interface CheckedTool {
  type: string
  campaign: CheckedCampaign
  /** What the tool's own check finds wrong, by codes that are in the widget's messages. */
  problems: string[]
  /** Windows of its own, in which something of it can be had. */
  windows: { from: number | null; until: number | null }[]
  isDraw: boolean
  /** Parts of a draw's rules that it shows by itself. */
  says: DrawRulePart[]
  /** Chances to draw are sold for points. */
  sellsChances: boolean
  /** Of a form that members fill in: what it lacks before it may be opened to them. */
  form?: { isEmpty: boolean; lacks: ('purpose' | 'privacy_link')[] } | undefined
  rewards: CheckedReward[]
  /** What members read of it: names of prizes, of tasks. */
  texts: string[]
  /**
   * Names of products it shows whose crossed-out price they were not sold at in the days before, as
   * far as their imported prices tell; absent for a tool that shows none.
   */
  unprovenPrices?: string[] | undefined
}

export interface CheckedCampaign {
  id: string
  name: string
  isEnded: boolean
  startsAt: number
  endsAt: number
  /** What it may still spend, fen. */
  availableFen: number
}

export interface CheckedReward {
  id: string
  title: string
  kind: RewardKind
  isEnabled: boolean
  /** What one is worth, fen. */
  valueFen: number
  /** What one sets aside in the budget, fen. */
  reservedFen: number
  left: number
  /** When whoever holds it can use it no more; null for a validity of its own. */
  until: number | null
}
