import type { StaffOutput } from '@/src/client/trpc'

type List = StaffOutput['submissions']['list']

export type SubmissionRow = List['items'][number]
export type SubmissionColumn = List['columns'][number]

/** What was answered in a column; empty where it was left out, or not asked then. */
export function answerIn({ answers }: Pick<SubmissionRow, 'answers'>, key: string): string {
  return answers.find((answer) => answer.key === key)?.values.join('、') ?? ''
}
