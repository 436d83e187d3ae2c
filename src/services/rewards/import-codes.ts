import type { z } from 'zod'
import { and, counter, eq, inArray, sql, type Tx, voucherCode } from '@/src/db'
import { decodeText, type TextEncoding } from '@/src/lib/decode-text'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { stockOf } from '../grants/counters'
import { authorise } from '../staff/authorise'
import { getReward } from './internal'
import { type ParsedCodes, parseCodes } from './parse-codes'
import { ImportCodes } from './schemas'

/** Room for the most lines there may be, at their longest. */
export const MAX_CODES_BYTES = 16 * 1024 * 1024
/** Codes written in one transaction: members who claim meanwhile wait for no more than that. */
const AT_ONCE = 2_000

export interface ImportedCodes extends Omit<ParsedCodes, 'codes'> {
  encoding: TextEncoding
  added: number
  /** Codes that this reward had before. */
  alreadyHere: number
  /** Codes that belong to another reward; they stay there. */
  elsewhere: number
  /** All codes of the reward now, given or not. */
  stock: number
}

/**
 * Adds the partner's codes of a file to a reward, whose stock is the number of its codes. A code
 * counts once, whatever is imported how often, so an import that broke off is simply repeated.
 * Throws `wrong_state` when the reward gives no codes, `unsupported_media` for what is no text,
 * `too_large` for too many lines.
 */
export async function importCodes({
  ctx,
  input,
  bytes,
}: {
  ctx: StaffContext
  input: z.input<typeof ImportCodes>
  bytes: Uint8Array
}): Promise<ImportedCodes> {
  authorise(ctx, 'reward.write')
  const { id } = ImportCodes.parse(input)
  const { kind } = await getReward(ctx.db.read, id)
  if (kind !== 'partner_voucher') {
    throw new AppError('wrong_state', `${id} gives no codes`, [{ code: 'gives_no_codes' }])
  }
  const { text, encoding } = decodeText(bytes)
  const { codes, ...counted } = parseCodes(text)
  const sum = { added: 0, alreadyHere: 0, elsewhere: 0 }
  for (let at = 0; at < codes.length; at += AT_ONCE) {
    const part = codes.slice(at, at + AT_ONCE)
    const added = await ctx.db.transaction(async (tx) => {
      const result = await addCodes(tx, id, part, ctx.clock.now())
      if (result.added > 0) await recordAudit(tx, ctx, 'reward.importCodes', id, result)
      return result
    })
    sum.added += added.added
    sum.alreadyHere += added.alreadyHere
    sum.elsewhere += added.elsewhere
  }
  return { ...counted, ...sum, encoding, stock: await readStock(ctx, id) }
}

async function addCodes(tx: Tx, rewardId: string, codes: string[], now: Date) {
  // In one order whatever the file's: two imports of the same codes wait, and never for each other.
  const rows = codes.toSorted().map((code) => ({ id: newId('vch', now), rewardId, code, importedAt: now }))
  const inserted = await tx
    .insert(voucherCode)
    .values(rows)
    .onConflictDoNothing()
    .returning({ code: voucherCode.code })
  const isNew = new Set(inserted.map(({ code }) => code))
  const known = codes.filter((code) => !isNew.has(code))
  const here =
    known.length === 0
      ? []
      : await tx
          .select({ code: voucherCode.code })
          .from(voucherCode)
          .where(and(eq(voucherCode.rewardId, rewardId), inArray(voucherCode.code, known)))
  await raiseStock(tx, rewardId, inserted.length)
  return { added: inserted.length, alreadyHere: here.length, elsewhere: known.length - here.length }
}

async function raiseStock(tx: Tx, rewardId: string, by: number): Promise<void> {
  if (by === 0) return
  const { scope, key } = stockOf(rewardId)
  await tx
    .update(counter)
    .set({ cap: sql`${counter.cap} + ${by}` })
    .where(and(eq(counter.scope, scope), eq(counter.key, key)))
}

async function readStock({ db }: StaffContext, rewardId: string): Promise<number> {
  const { scope, key } = stockOf(rewardId)
  const [row] = await db.read
    .select({ cap: counter.cap })
    .from(counter)
    .where(and(eq(counter.scope, scope), eq(counter.key, key)))
  return row?.cap ?? 0
}
