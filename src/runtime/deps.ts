import type { ConditionFacts } from '@/schemas/condition-holds'
import type { PageDefinition } from '@/schemas/page'
import type { Visitor, visitPage, visitRewards } from '@/src/services/rehearsals'
import type { PhoneAssets } from './phone-assets'

/** What a link shows now. */
export interface PublishedPage {
  /** The page version's content hash. */
  version: string
  definition: PageDefinition
}

export interface SessionCookie {
  name: string
  /** Written as it is: no spaces, commas or semicolons. */
  value: string
  maxAgeSeconds: number
}

/** What a page is told of its campaign. */
export interface PageCampaign {
  phase: string
  name: string
}

/** What conditions may ask of somebody who is signed in. */
export interface KnownMember {
  member: NonNullable<ConditionFacts['member']>
  /** Each bound tool's state as this member may see it, by block id. */
  tools: Record<string, unknown>
}

/** Views of one link on one calendar day of the shop's. */
export interface CountedViews {
  slug: string
  /** `2026-11-11` in the shop's time zone. */
  day: string
  views: number
}

/** What the server of published pages needs from the rest; main.ts makes it from the services. */
export interface RuntimeDeps {
  assets: PhoneAssets
  /** Undefined when nothing is published there. Asked about once a second for each page in demand. */
  getPublication: (slug: string) => Promise<PublishedPage | undefined>
  /** Each bound tool's state as anybody may see it now, by block id. Asked as often as the above. */
  presentTools: (definition: PageDefinition) => Promise<Record<string, unknown>>
  /** What conditions ask; each only for pages that do ask it. */
  conditions: {
    /** The name of the members' session cookie. */
    cookie: string
    /** Undefined for a page without a campaign. Asked as often as the above. */
    readCampaign: (slug: string) => Promise<PageCampaign | undefined>
    /** The member that a session's cookie names; undefined for a bad or an old one. */
    readMember: (cookie: string, definition: PageDefinition) => Promise<KnownMember | undefined>
  }
  /** A session for the member a ticket names; undefined when it is forged or too old. */
  exchangeTicket: (ticket: string) => Promise<SessionCookie | undefined>
  /** What opens by the link of a rehearsal, and the name of its testers' cookie. */
  rehearsals: {
    cookie: string
    visitPage: (visitor: Visitor, slug: string) => ReturnType<typeof visitPage>
    visitRewards: (visitor: Visitor) => ReturnType<typeof visitRewards>
  }
  /** Adds to the counts that are stored. Called every few seconds, and once more on close. */
  recordViews: (views: CountedViews[]) => Promise<void>
  /** The shop's time zone. */
  timeZone: string
  /** The address members use, without a slash at the end; absent when it is not configured. */
  publicUrl: string | undefined
  /** Where a phone without an app around it signs in: an address that ends before the page's own. */
  loginUrl: string | undefined
  /** ms since the epoch. */
  now: () => number
  log: {
    warn: (fields: object, message: string) => void
    error: (fields: object, message: string) => void
  }
}
