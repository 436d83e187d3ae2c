import { grant, type SQL, sql, taxIdentity } from '@/src/db'

/**
 * From what a prize is worth, in fen, whoever won it says who they are before it is handed over. Every
 * prize won by chance is taxed, and the shop bears that tax; but to ask each winner of a thermos for the
 * number of their identity card would collect more than is needed, which article 6 of the Personal
 * Information Protection Law (个人信息保护法) forbids. ¥1,000 is where this product draws the line.
 */
export const IDENTITY_FROM_FEN = 100_000

/**
 * True of a grant that is taxed and worth that much, the tax on it left out, while its member has not
 * said who they are. For queries that read `grant`.
 */
export function lacksIdentity(): SQL<boolean> {
  return sql`(${grant.taxFen} > 0 and ${grant.reservedFen} - ${grant.taxFen} >= ${sql.raw(String(IDENTITY_FROM_FEN))} and not exists (
    select 1 from ${taxIdentity} where ${taxIdentity.memberId} = ${grant.memberId}
  ))`.mapWith(Boolean) as SQL<boolean>
}
