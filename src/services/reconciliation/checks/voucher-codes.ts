import { grant, sql, voucherCode } from '@/src/db'
import { type Check, compareEach } from '../sides'
import { kindOf } from './grant-states'

/** Each grant of a partner's voucher has one code, the one it shows, and no code is anybody else's. */
export const voucherCodes: Check = {
  name: 'voucher_codes',
  run: (books, found) =>
    compareEach(books, found, grant.id, [
      {
        key: grant.id,
        subject: sql`${grant.id} || ' ' || coalesce(${grant.given} ->> 'code', '')`,
        kept: sql`1`,
        where: sql`${kindOf} = 'partner_voucher'`,
      },
      {
        key: voucherCode.grantId,
        subject: sql`${voucherCode.grantId} || ' ' || ${voucherCode.code}`,
        counted: sql`1`,
      },
    ]),
}
