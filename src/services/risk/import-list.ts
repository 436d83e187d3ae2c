import type { z } from 'zod'
import { chunksOf, riskListEntry, sql } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { readEntryLines } from './entry-lines'
import { forgetRiskRules } from './read'
import { ImportRiskList, MOST_LINES } from './schemas'

/** Rejected lines that are answered; beyond that they are counted. */
const MOST_REJECTED = 50

/**
 * Adds to the block list or the allow-list, one value a line. What is on it already keeps its place
 * and takes the new note. Throws `too_large` beyond 20,000 lines.
 */
export async function importRiskList({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ImportRiskList>
}) {
  const staff = authorise(ctx, 'risk.write')
  const { list, kind, text } = ImportRiskList.parse(input)
  const { entries, rejected } = readEntryLines(kind, text)
  if (entries.length > MOST_LINES) {
    throw new AppError('too_large', `${entries.length} lines of a list`, [
      { code: 'too_many_rows', params: { max: MOST_LINES } },
    ])
  }
  const addedAt = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    for (const part of chunksOf(entries)) {
      await tx
        .insert(riskListEntry)
        .values(part.map((entry) => ({ ...entry, list, kind, addedBy: staff.id, addedAt })))
        .onConflictDoUpdate({
          target: [riskListEntry.list, riskListEntry.kind, riskListEntry.value],
          set: { note: sql`excluded.note` },
        })
    }
    await recordAudit(tx, ctx, 'risk.import', list, { kind, entries: entries.length })
  })
  forgetRiskRules(ctx.db.read)
  return {
    added: entries.length,
    rejected: rejected.slice(0, MOST_REJECTED),
    rejectedCount: rejected.length,
  }
}
