import type { z } from 'zod'
import type { ImportedMembers, MemberRowProblem } from '@/schemas/grant-batch'
import { lookup, member } from '@/src/db'
import { decodeText } from '@/src/lib/decode-text'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { putMembers } from './choose-members'
import { type MemberRow, readMembers } from './read-members'
import { ImportMembers } from './schemas'

export const MAX_MEMBERS_BYTES = 8 * 1024 * 1024
/** Rows that are wrong are counted; of this many it is said which and why. */
const NAMED_ROWS = 100

/**
 * Puts the members of a file into a batch, one shop's number a row, and says of every other row why
 * it is left out. The same file again comes to the same. Throws `unsupported_media` for what is no
 * text, `too_large` for more rows than a batch holds.
 */
export async function importMembers({
  ctx,
  input,
  bytes,
}: {
  ctx: StaffContext
  input: z.input<typeof ImportMembers>
  bytes: Uint8Array
}): Promise<ImportedMembers> {
  authorise(ctx, 'grant.give')
  const { id } = ImportMembers.parse(input)
  const { text, encoding } = decodeText(bytes)
  const read = await readMembers(text)
  return ctx.db.transaction(async (tx) => {
    const sound = read.filter(({ problem }) => !problem)
    const known = await tx.find(
      byNumber,
      sound.map(({ number }) => ({ shopMemberId: number })),
    )
    const idOf = new Map(known.map((row) => [row.shopMemberId, row.id]))
    const members = sound.flatMap(({ number, remark }) => {
      const memberId = idOf.get(number)
      return memberId ? [{ memberId, remark }] : []
    })
    const { memberCount } = await putMembers(tx, ctx, { id, source: 'file', rule: null, members })
    const rows = read.map((row) => (row.problem || idOf.has(row.number) ? row : { ...row, problem: UNKNOWN }))
    return { encoding, rows: read.length, memberCount, ...problemsOf(rows) }
  })
}

const byNumber = lookup(member, ['shopMemberId'], { columns: ['id', 'shopMemberId'] })
const UNKNOWN = 'unknown' as const

function problemsOf(rows: readonly MemberRow[]): Pick<ImportedMembers, 'problems' | 'problemRows'> {
  const problems: Partial<Record<MemberRowProblem, number>> = {}
  const problemRows: ImportedMembers['problemRows'] = []
  for (const { row, number, problem } of rows) {
    if (!problem) continue
    problems[problem] = (problems[problem] ?? 0) + 1
    if (problemRows.length < NAMED_ROWS) problemRows.push({ row, value: number.slice(0, 40), problem })
  }
  return { problems, problemRows }
}
