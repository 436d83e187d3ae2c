import type { z } from 'zod'
import { and, count, desc, eq, formSubmission, lt, member } from '@/src/db'
import type { StaffContext } from '../context'
import { toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { columnsOf, getForm, ofFilter } from './internal'
import { maskedAnswers } from './masked-answers'
import { CountSubmissions, ListSubmissions } from './schemas'
import { openAnswers } from './seal'

/**
 * What members filled in in one form, from the newest, with names and telephone numbers masked, and
 * the columns that hold it. Throws `not_found`; `wrong_state` for a tool that is no form.
 */
export async function listSubmissions({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ListSubmissions>
}) {
  authorise(ctx, 'submission.read')
  const { cursor, limit, ...filter } = ListSubmissions.parse(input)
  const db = ctx.db.read
  const form = await getForm(db, filter.toolId)
  const rows = await db
    .select({
      id: formSubmission.id,
      sealed: formSubmission.sealed,
      submittedAt: formSubmission.submittedAt,
      consentedAt: formSubmission.consentedAt,
      member: { nickname: member.nickname, shopMemberId: member.shopMemberId },
    })
    .from(formSubmission)
    .innerJoin(member, eq(formSubmission.memberId, member.id))
    .where(and(ofFilter(db, ctx.submissionKey, filter), cursor ? lt(formSubmission.id, cursor) : undefined))
    .orderBy(desc(formSubmission.id))
    .limit(limit + 1)
  const page = toPage(rows, limit)
  const items = page.items.map(({ sealed, ...row }) => ({
    ...row,
    answers: maskedAnswers(openAnswers(ctx.submissionKey, row.id, sealed)),
  }))
  return { ...page, items, columns: columnsOf(form.columns, items) }
}

/** How many there are. */
export async function countSubmissions({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof CountSubmissions>
}) {
  authorise(ctx, 'submission.read')
  const filter = CountSubmissions.parse(input)
  const [row] = await ctx.db.read
    .select({ count: count() })
    .from(formSubmission)
    .innerJoin(member, eq(formSubmission.memberId, member.id))
    .where(ofFilter(ctx.db.read, ctx.submissionKey, filter))
  return { count: row?.count ?? 0 }
}
