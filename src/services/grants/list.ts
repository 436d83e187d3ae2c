import type { z } from 'zod'
import type { Given } from '@/schemas/outcome'
import { Id, plainText } from '@/schemas/primitives'
import {
  and,
  campaign,
  contains,
  deliveryAddress,
  desc,
  eq,
  grant,
  inArray,
  lt,
  member,
  or,
  type ReadDb,
  reward,
  type SQL,
  tool,
} from '@/src/db'
import type { StaffContext } from '../context'
import { ListInput, toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { shownState } from './held-reward'
import { type MaskedAddress, maskedAddress } from './masked-address'
import { maskedCode } from './masked-code'

export const ListGrants = ListInput.omit({ search: true }).extend({
  campaignId: Id.optional(),
  rewardId: Id.optional(),
  /** Part of a nickname, or the whole of either id. */
  member: plainText(60).optional(),
})

/** Grants from the newest, and where prizes are sent, masked: what support looks through for one member. */
export async function listGrants({ ctx, input }: { ctx: StaffContext; input: z.input<typeof ListGrants> }) {
  authorise(ctx, 'grant.read')
  const { campaignId, rewardId, member: who, cursor, limit } = ListGrants.parse(input)
  const rows = await readGrants(
    ctx.db.read,
    and(
      campaignId ? eq(grant.campaignId, campaignId) : undefined,
      rewardId ? eq(grant.rewardId, rewardId) : undefined,
      who ? or(contains(member.nickname, who), eq(member.id, who), eq(member.shopMemberId, who)) : undefined,
      cursor ? lt(grant.id, cursor) : undefined,
    ),
    limit + 1,
    ctx.clock.now(),
  )
  const page = toPage(rows, limit)
  const addresses = await readAddresses(
    ctx.db.read,
    page.items.map(({ id }) => id),
  )
  return { ...page, items: page.items.map((row) => ({ ...row, address: addresses.get(row.id) ?? null })) }
}

/** Where grants are sent, masked, by the grant; those without an address are absent. */
async function readAddresses(db: ReadDb, grantIds: string[]): Promise<Map<string, MaskedAddress>> {
  const { grantId, name, phone, region, detail } = deliveryAddress
  const rows = await db
    .select({ grantId, name, phone, region, detail })
    .from(deliveryAddress)
    .where(inArray(grantId, grantIds))
  return new Map(rows.map(({ grantId: id, ...address }) => [id, maskedAddress(address)]))
}

/** At most `limit` grants from the newest, with the names of all they concern. */
export async function readGrants(db: ReadDb, where: SQL | undefined, limit: number, now: Date) {
  const rows = await db
    .select({
      id: grant.id,
      state: grant.state,
      given: grant.given,
      reservedFen: grant.reservedFen,
      grantedAt: grant.grantedAt,
      expiresAt: grant.expiresAt,
      member: { id: member.id, nickname: member.nickname },
      reward: { id: reward.id, title: reward.title },
      campaign: { id: campaign.id, name: campaign.name },
      tool: { id: tool.id, name: tool.name, type: tool.type },
    })
    .from(grant)
    .innerJoin(member, eq(grant.memberId, member.id))
    .innerJoin(reward, eq(grant.rewardId, reward.id))
    .innerJoin(campaign, eq(grant.campaignId, campaign.id))
    .innerJoin(tool, eq(grant.toolId, tool.id))
    .where(where)
    .orderBy(desc(grant.id))
    .limit(limit)
  return rows.map((row) => ({
    ...row,
    given: seenByStaff(row.given),
    state: shownState(row, now),
  }))
}

/** Whoever reads a code can use it: it is the member's alone. */
function seenByStaff(given: Given): Given {
  return given.kind === 'partner_voucher' ? { ...given, code: maskedCode(given.code) } : given
}
