import { sql } from 'drizzle-orm'
import type { MemberRule } from '../../../schemas/member-rule'
import {
  big,
  check,
  document,
  flag,
  index,
  instant,
  integer,
  primaryKey,
  table,
  text,
  uniqueIndex,
  word,
} from '../kit'
import { campaign, reward } from './campaign'
import { grant } from './grant'
import { member } from './member'
import { staff } from './staff'

/** Where a batch can stand; `src/services/grant-batches/state.ts` says what leads from one to the next. */
export const GRANT_BATCH_STATES = [
  'draft',
  'waiting',
  'running',
  'paused',
  'finished',
  'rejected',
  'cancelled',
] as const

/** What became of a row. That what was granted was taken back since is its grant's to tell. */
export const GRANT_BATCH_RESULTS = ['waiting', 'granted', 'refused', 'failed', 'cancelled'] as const

/** One reward given by staff to many members, outside any tool that members play. */
export const grantBatch = table(
  'grant_batch',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaign.id),
    rewardId: text('reward_id')
      .notNull()
      .references(() => reward.id),
    /** Why it is given, for whoever confirms it and for whoever asks later. */
    reason: text('reason').notNull(),
    /** Whether the campaign's limits and exclusivity groups hold for it. */
    isUnderLimits: flag('is_under_limits').notNull(),
    state: word('state', [...GRANT_BATCH_STATES]).notNull(),
    /** How its members were chosen; null while they are not. */
    source: word('source', ['rule', 'file', 'hand']),
    rule: document<MemberRule>('rule'),
    memberCount: integer('member_count').notNull(),
    /** SHA-256 of all that was submitted, members and all: what is confirmed is this. */
    contentHash: text('content_hash'),
    /** What it costs at most, as it was submitted. */
    worstFen: big('worst_fen'),
    submittedBy: text('submitted_by').references(() => staff.id),
    submittedAt: instant('submitted_at'),
    /** Who confirmed or rejected it; null when it needed nobody. */
    decidedBy: text('decided_by').references(() => staff.id),
    decidedAt: instant('decided_at'),
    /** Why it was rejected. */
    decisionReason: text('decision_reason'),
    /** The refusal that stopped it, such as `budget_exhausted`; null when somebody paused it. */
    stoppedBy: text('stopped_by'),
    /** Which process works on it, and until when nobody else does. */
    leasedBy: text('leased_by'),
    leasedUntil: instant('leased_until'),
    createdBy: text('created_by')
      .notNull()
      .references(() => staff.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    // What there is to do: the job looks every second.
    index('grant_batch_running').on(t.id).where(sql`${t.state} = 'running'`),
    index('grant_batch_campaign').on(t.campaignId),
    check(
      'grant_batch_submitted',
      sql`${t.state} = 'draft' or (${t.contentHash} is not null and ${t.worstFen} is not null and ${t.submittedBy} is not null)`,
    ),
    // Nobody confirms what they submitted themselves.
    check('grant_batch_second_person', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.submittedBy}`),
  ],
)

/** One member of a batch. */
export const grantBatchRow = table(
  'grant_batch_row',
  {
    batchId: text('batch_id')
      .notNull()
      .references(() => grantBatch.id),
    /** From 1, in the order of the file. */
    position: integer('position').notNull(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    /** What the file says beside the member. */
    remark: text('remark').notNull(),
    result: word('result', [...GRANT_BATCH_RESULTS]).notNull(),
    /** Why nothing was given: an outcome's status, and its rule after a colon. */
    refusal: text('refusal'),
    grantId: text('grant_id').references(() => grant.id),
    settledAt: instant('settled_at'),
    /** Somebody asked to take it back; what came of that, and why nothing did. */
    takingBack: word('taking_back', ['asked', 'done', 'refused']),
    takenBackBy: text('taken_back_by').references(() => staff.id),
    takenBackReason: text('taken_back_reason'),
    takenBackRefusal: text('taken_back_refusal'),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.position] }),
    uniqueIndex('grant_batch_row_member').on(t.batchId, t.memberId),
    uniqueIndex('grant_batch_row_grant').on(t.grantId).where(sql`${t.grantId} is not null`),
    index('grant_batch_row_result').on(t.batchId, t.result, t.position),
    index('grant_batch_row_asked').on(t.batchId, t.position).where(sql`${t.takingBack} = 'asked'`),
    check('grant_batch_row_granted', sql`(${t.result} = 'granted') = (${t.grantId} is not null)`),
  ],
)
