import type { PageDefinition } from '@/schemas/page'
import type { StaffRole } from '@/schemas/staff'
import type { Database } from '@/src/db'
import type { Clock } from '@/src/lib/clock'
import type { Logger } from '@/src/lib/log'
import type { Lru } from '@/src/lib/lru'
import type { Webhook } from '@/src/lib/post-signed'
import type { Reached } from '@/src/lib/reach-address'
import type { DecisionLog } from './decisions/log'
import type { Combiner } from './grants/combine'
import type { RequestOrigin } from './request-origin'

/** A member of staff who is signed in. */
export interface StaffIdentity {
  id: string
  name: string
  email: string
  roles: StaffRole[]
}

export interface MemberIdentity {
  id: string
}

/** A device in a rehearsal, and which of the rehearsal's own members it is. */
export interface Tester {
  rehearsalId: string
  memberId: string
}

/** What every service needs; made once as the process starts. */
export interface AppContext {
  db: Database
  clock: Clock
  /** The shop's, in which days are counted. */
  timeZone: string
  log: Logger
  isDemo: boolean
  /** Where links start: `https://shop.example`. Undefined while only the request knows. */
  publicUrl: string | undefined
  dataDir: string
  /** Signs member sessions. */
  sessionKey: Buffer
  /** 32 bytes that the files finance pays from are signed with (Ed25519). */
  payoutKey: Buffer
  /** 32 bytes that the identities of winners are sealed with (AES-256-GCM). */
  identityKey: Buffer
  /** 32 bytes that what members fill in in forms is sealed with (AES-256-GCM). */
  submissionKey: Buffer
  /** Shared with the shop's app, which signs tickets with it. */
  ticketKey: Buffer
  /** Signs invitations to friends and the proofs of having opened one. */
  invitationKey: Buffer
  /** Where alerts are posted to, signed with the key; absent where nobody outside is told. */
  alertWebhook?: Webhook | undefined
  /** Where the shop is told what its members are to be reminded of; absent where their pages alone tell them. */
  memberWebhook?: Webhook | undefined
  combiner: Combiner
  /** Why members got nothing. */
  decisions: DecisionLog
  /** Page versions by hash. They are immutable, so nothing in here goes stale. */
  versions: Lru<string, PageDefinition>
  /** When blocks of versions were last found to be playable, in milliseconds. */
  playableBlocks: Lru<string, number>
  /** The campaign of each tool, which never changes. */
  campaignOfTool: Lru<string, string>
  /** Renders every block of a page and throws when one cannot be rendered. */
  checkRendering: (definition: PageDefinition) => void
  /** Follows a link out of this installation. */
  reachAddress: (address: string, signal: AbortSignal) => Promise<Reached>
  /** Bytes of script that a page with these widgets sends; absent where no phone was built, as in tests. */
  scriptBytes?: ((types: readonly string[], locale: 'zh-CN' | 'en') => number) | undefined
}

/** One request of the console. */
export interface StaffContext extends AppContext {
  requestId: string
  staff: StaffIdentity | undefined
}

/** One request of a phone. */
export interface MemberContext extends AppContext {
  requestId: string
  member: MemberIdentity | undefined
  /** Who the same device is in a rehearsal; what is real is never played by them. */
  tester?: Tester | undefined
  origin?: RequestOrigin
}
