import { z } from 'zod'
import type { TaxIdentity } from '@/schemas/tax-identity'
import {
  and,
  asc,
  campaign,
  eq,
  grant,
  gt,
  gte,
  inArray,
  lt,
  member,
  type ReadDb,
  redemption,
  reward,
  sql,
} from '@/src/db'
import { dayIn, startOfDayIn } from '@/src/lib/clock'
import { toCsv } from '@/src/lib/csv'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { declareIdentities } from '../identities'
import { authorise } from '../staff/authorise'

export const ExportTaxes = z.object({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/) })

/** A month with more is exported in parts by whoever runs the database: no screen holds them. */
const MOST_ROWS = 50_000

interface TaxedPrize {
  grantId: string
  memberId: string
  at: Date
  shopMemberId: string
  campaign: string
  reward: string
  valueFen: number
  taxFen: number
}

/**
 * The prizes won by chance that were handed over in a month of the shop's, for the declaration of
 * their tax: who, what, what it is worth, and the tax borne on it. Cash and codes are handed over as
 * they are granted, things when they are sent. What was taken back since is left out. Those who said who
 * they are stand with name and number, which are fixed from now on. Who exported which month is noted.
 *
 * @throws `forbidden`; `invalid_input` for a month with too many prizes; `conflict` for an identity that
 * cannot be read.
 */
export async function exportTaxes({ ctx, input }: { ctx: StaffContext; input: z.input<typeof ExportTaxes> }) {
  authorise(ctx, 'tax.export')
  const { month } = ExportTaxes.parse(input)
  const prizes = await readPrizes(ctx.db.read, windowOf(ctx.timeZone, month))
  if (prizes.length > MOST_ROWS)
    throw new AppError('invalid_input', `${month} has more than ${MOST_ROWS} taxed prizes`, [
      { code: 'too_many', path: ['month'], params: { most: MOST_ROWS } },
    ])
  const totals = {
    count: prizes.length,
    valueFen: prizes.reduce((sum, { valueFen }) => sum + valueFen, 0),
    taxFen: prizes.reduce((sum, { taxFen }) => sum + taxFen, 0),
  }
  const csv = await ctx.db.transaction(async (tx) => {
    const memberIds = prizes.map(({ memberId }) => memberId)
    const identities = await declareIdentities(tx, ctx, memberIds)
    await recordAudit(tx, ctx, 'tax.export', month, { ...totals, identities: identities.size })
    const rows = prizes.map((prize) => rowOf(prize, identities.get(prize.memberId), ctx.timeZone))
    return toCsv([HEAD, ...rows])
  })
  return { fileName: `偶然所得-${month}.csv`, csv, ...totals }
}

/** Declarations are made in China, and so is the file. */
const HEAD = [
  '日期',
  '会员编号',
  '活动',
  '奖品',
  '奖品价值（元）',
  '应纳税所得额（元）',
  '税款（元）',
  '发放编号',
  '姓名',
  '居民身份证号码',
]

function rowOf(prize: TaxedPrize, identity: TaxIdentity | undefined, timeZone: string): string[] {
  const { at, shopMemberId, campaign, reward, valueFen, taxFen, grantId } = prize
  const yuan = (fen: number) => (fen / 100).toFixed(2)
  return [
    dayIn(timeZone, at),
    shopMemberId,
    campaign,
    reward,
    yuan(valueFen),
    yuan(valueFen + taxFen),
    yuan(taxFen),
    grantId,
    identity?.name ?? '',
    // Of a number of eighteen digits a spreadsheet keeps fifteen; this has it taken for text.
    identity ? `'${identity.number}` : '',
  ]
}

/** From the first day of a month to that of the next. */
function windowOf(timeZone: string, month: string): { from: Date; to: Date } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const noonOf = (months: number) => new Date(Date.UTC(year, months, 1, 12))
  return {
    from: startOfDayIn(timeZone, noonOf(number - 1)),
    to: startOfDayIn(timeZone, noonOf(number)),
  }
}

async function readPrizes(db: ReadDb, { from, to }: { from: Date; to: Date }): Promise<TaxedPrize[]> {
  const prize = {
    grantId: grant.id,
    memberId: grant.memberId,
    shopMemberId: member.shopMemberId,
    campaign: campaign.name,
    reward: reward.title,
    valueFen: sql<number>`${grant.reservedFen} - ${grant.taxFen}`.mapWith(Number),
    taxFen: grant.taxFen,
  }
  const isTaxed = and(gt(grant.taxFen, 0), eq(grant.state, 'redeemed'))
  const atOnce = await db
    .select({ ...prize, at: grant.grantedAt })
    .from(grant)
    .innerJoin(reward, eq(grant.rewardId, reward.id))
    .innerJoin(campaign, eq(grant.campaignId, campaign.id))
    .innerJoin(member, eq(grant.memberId, member.id))
    .where(
      and(
        isTaxed,
        inArray(reward.kind, ['cash', 'partner_voucher']),
        gte(grant.grantedAt, from),
        lt(grant.grantedAt, to),
      ),
    )
    .orderBy(asc(grant.grantedAt), asc(grant.id))
    .limit(MOST_ROWS + 1)
  const sent = await db
    .select({ ...prize, at: redemption.redeemedAt })
    .from(redemption)
    .innerJoin(grant, eq(redemption.grantId, grant.id))
    .innerJoin(reward, eq(grant.rewardId, reward.id))
    .innerJoin(campaign, eq(grant.campaignId, campaign.id))
    .innerJoin(member, eq(grant.memberId, member.id))
    .where(
      and(
        isTaxed,
        lt(redemption.reversedFen, redemption.costFen),
        gte(redemption.redeemedAt, from),
        lt(redemption.redeemedAt, to),
      ),
    )
    .orderBy(asc(redemption.redeemedAt), asc(redemption.id))
    .limit(MOST_ROWS + 1)
  return [...atOnce, ...sent].sort((a, b) => a.at.getTime() - b.at.getTime())
}
