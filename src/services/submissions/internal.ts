import type { z } from 'zod'
import type { SubmittedAnswer } from '@/schemas/submission'
import {
  and,
  eq,
  formSubmission,
  formSubmissionTerm,
  gte,
  inArray,
  lt,
  member,
  or,
  type ReadDb,
} from '@/src/db'
import { AppError } from '@/src/lib/errors'
import type { FormColumn } from '@/widgets/kit/tool'
import { getTool } from '../tools/internal'
import { toolDefinitionOf } from '../tools/load'
import type { CountSubmissions } from './schemas'
import { searchTerms } from './terms'

/** One column of a form's table. `isGone`: the form asks for it no more. */
export type SubmissionColumn = FormColumn & { isGone: boolean }

/** A form, as it asks now. Throws `not_found`; `wrong_state` for a tool that members fill nothing in in. */
export async function getForm(db: ReadDb, toolId: string): Promise<{ name: string; columns: FormColumn[] }> {
  const { type, name, config } = await getTool(db, toolId)
  const asks = toolDefinitionOf(type)?.asks
  if (!asks) throw new AppError('wrong_state', `nothing is filled in in the tool ${toolId}`)
  return { name, columns: asks(config) }
}

/** One submission, without opening it. Throws `not_found`. */
export async function getSubmission(db: ReadDb, id: string) {
  const [row] = await db.select().from(formSubmission).where(eq(formSubmission.id, id))
  if (!row) throw new AppError('not_found', `no submission ${id}`)
  return row
}

/** Which submissions are asked for; for queries that join their members. */
export function ofFilter(
  db: ReadDb,
  key: Buffer,
  { toolId, search, from, until }: z.infer<typeof CountSubmissions>,
) {
  const words = search?.trim()
  return and(
    eq(formSubmission.toolId, toolId),
    from ? gte(formSubmission.submittedAt, new Date(from)) : undefined,
    until ? lt(formSubmission.submittedAt, new Date(until)) : undefined,
    words
      ? or(
          eq(member.shopMemberId, words),
          inArray(
            formSubmission.id,
            db
              .select({ id: formSubmissionTerm.submissionId })
              .from(formSubmissionTerm)
              .where(
                and(
                  eq(formSubmissionTerm.toolId, toolId),
                  inArray(formSubmissionTerm.term, searchTerms(key, toolId, words)),
                ),
              ),
          ),
        )
      : undefined,
  )
}

/** What the form asks now, and after it what these were asked before it was changed. */
export function columnsOf(
  now: readonly FormColumn[],
  submissions: readonly { answers: readonly SubmittedAnswer[] }[],
): SubmissionColumn[] {
  const columns = new Map(now.map((column) => [column.key, { ...column, isGone: false }]))
  for (const { answers } of submissions)
    for (const { key, kind, label } of answers)
      if (!columns.has(key)) columns.set(key, { key, kind, label, isGone: true })
  return [...columns.values()]
}
