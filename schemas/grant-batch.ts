import { z } from 'zod'

/** Why a row of a file gives nobody anything. */
export const MemberRowProblem = z.enum([
  /** No member of that number. */
  'unknown',
  /** The member stands further up already. */
  'repeated',
  /** There is something in the row, and no number. */
  'blank',
  /** What a spreadsheet made of a long number: its last digits are lost. */
  'scientific',
  /** Too long for a number, or with characters none has. */
  'malformed',
  'remark_too_long',
  /** The file ends in the middle of a quoted cell. */
  'broken',
])
export type MemberRowProblem = z.infer<typeof MemberRowProblem>

/** What a file of members came to. */
export const ImportedMembers = z.strictObject({
  encoding: z.string(),
  /** Rows that hold anything, without the heading. */
  rows: z.int(),
  /** Members that are in the batch now. */
  memberCount: z.int(),
  /** How many rows have each problem. */
  problems: z.partialRecord(MemberRowProblem, z.int()),
  /** The first of them; `row` counts from 1, as spreadsheets do. */
  problemRows: z.array(z.strictObject({ row: z.int(), value: z.string(), problem: MemberRowProblem })),
})
export type ImportedMembers = z.infer<typeof ImportedMembers>

/** Why a batch cannot be submitted as it is (`blocks`), or will not get to its end (the others). */
export const GRANT_BATCH_PROBLEMS = [
  { code: 'no_members', blocks: true },
  { code: 'reward_off', blocks: true },
  { code: 'campaign_over', blocks: true },
  { code: 'campaign_not_running', blocks: false },
  { code: 'stock_short', blocks: false },
  { code: 'stock_short_today', blocks: false },
  { code: 'budget_short', blocks: false },
] as const
export type GrantBatchProblem = (typeof GRANT_BATCH_PROBLEMS)[number]['code']

export const blocksSubmission = (problem: GrantBatchProblem) =>
  GRANT_BATCH_PROBLEMS.some(({ code, blocks }) => blocks && code === problem)
