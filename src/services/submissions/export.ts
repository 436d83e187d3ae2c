import type { z } from 'zod'
import { and, desc, eq, formSubmission, lt, member, type ReadDb } from '@/src/db'
import { dayIn } from '@/src/lib/clock'
import { toCsv } from '@/src/lib/csv'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { columnsOf, getForm, ofFilter } from './internal'
import { ExportSubmissions } from './schemas'
import { openAnswers } from './seal'

/** Rows of one file; more are exported period by period. */
const MOST_ROWS = 20_000
const ROWS_AT_ONCE = 1_000

/**
 * What members filled in, whole, as a spreadsheet opens it, from the newest. Who exported how many is
 * noted. Nothing a member typed is taken for a formula.
 *
 * @throws `not_found`; `wrong_state` for a tool that is no form, and with `nothing_to_export` when
 * there is nothing; `invalid_input` with `too_many`.
 */
export async function exportSubmissions({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ExportSubmissions>
}) {
  authorise(ctx, 'submission.export')
  const filter = ExportSubmissions.parse(input)
  const form = await getForm(ctx.db.read, filter.toolId)
  const rows = await readAll(ctx, filter)
  if (rows.length === 0)
    throw new AppError('wrong_state', 'nothing was filled in', [{ code: 'nothing_to_export' }])
  const columns = columnsOf(form.columns, rows)
  await ctx.db.transaction((tx) =>
    recordAudit(tx, ctx, 'submission.export', filter.toolId, {
      count: rows.length,
      from: filter.from ?? null,
      until: filter.until ?? null,
      isSearch: filter.search !== undefined,
    }),
  )
  const head = ['提交时间', '会员编号', ...columns.map(({ label }) => label), '同意授权时间']
  const csv = toCsv([
    head,
    ...rows.map((row) => [
      timeText(ctx.timeZone, row.submittedAt),
      row.shopMemberId,
      ...columns.map(({ key }) => row.answers.find((answer) => answer.key === key)?.values.join('；') ?? ''),
      row.consentedAt ? timeText(ctx.timeZone, row.consentedAt) : '',
    ]),
  ])
  return {
    name: `${fileNameOf(form.name)}-${dayIn(ctx.timeZone, ctx.clock.now())}.csv`,
    csv,
    count: rows.length,
  }
}

async function readAll(ctx: StaffContext, filter: z.infer<typeof ExportSubmissions>) {
  const all: Awaited<ReturnType<typeof readSome>> = []
  for (;;) {
    const some = await readSome(ctx.db.read, ctx.submissionKey, filter, all.at(-1)?.id)
    all.push(...some)
    if (some.length < ROWS_AT_ONCE) return all
    if (all.length >= MOST_ROWS)
      throw new AppError('invalid_input', `more than ${MOST_ROWS} submissions`, [
        { code: 'too_many', path: ['from'], params: { most: MOST_ROWS } },
      ])
  }
}

async function readSome(
  db: ReadDb,
  key: Buffer,
  filter: z.infer<typeof ExportSubmissions>,
  after: string | undefined,
) {
  const rows = await db
    .select({
      id: formSubmission.id,
      sealed: formSubmission.sealed,
      submittedAt: formSubmission.submittedAt,
      consentedAt: formSubmission.consentedAt,
      shopMemberId: member.shopMemberId,
    })
    .from(formSubmission)
    .innerJoin(member, eq(formSubmission.memberId, member.id))
    .where(and(ofFilter(db, key, filter), after ? lt(formSubmission.id, after) : undefined))
    .orderBy(desc(formSubmission.id))
    .limit(ROWS_AT_ONCE)
  return rows.map(({ sealed, ...row }) => ({ ...row, answers: openAnswers(key, row.id, sealed) }))
}

/** A name as every system of files takes it. */
const fileNameOf = (name: string) => name.replace(/[\\/:*?"<>|\s]+/g, '-')

/** `2026-11-11 10:05:00` by the shop's clock. */
function timeText(timeZone: string, at: Date): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' }).format(at)
  return `${dayIn(timeZone, at)} ${time}`
}
