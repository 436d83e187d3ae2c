import { z } from 'zod'
import { Id } from '@/schemas/primitives'
import { addressReminder, and, campaign, eq, grant, member, reward } from '@/src/db'
import { postSigned } from '@/src/lib/post-signed'
import type { OutboxHandler } from '../outbox'
import { isWaiting } from './waiting'

const Payload = z.object({ reminderId: Id })

/**
 * Tells the shop whom to remind of what, from the outbox: it knows how its members are reached. One
 * that gave the address meanwhile, or whose prize is gone, is left in peace.
 */
export const deliverReminder: OutboxHandler = async (ctx, { payload, idempotency }, signal) => {
  const { reminderId } = Payload.parse(payload)
  const { memberWebhook, clock, db, publicUrl } = ctx
  if (!memberWebhook) throw new Error('no webhook for members is set')
  const now = clock.now()
  const [row] = await db.read
    .select({
      grantId: grant.id,
      until: grant.expiresAt,
      memberId: member.shopMemberId,
      prize: reward.title,
      campaign: campaign.name,
    })
    .from(addressReminder)
    .innerJoin(grant, eq(addressReminder.grantId, grant.id))
    .innerJoin(reward, eq(grant.rewardId, reward.id))
    .innerJoin(campaign, eq(grant.campaignId, campaign.id))
    .innerJoin(member, eq(grant.memberId, member.id))
    .where(and(eq(addressReminder.id, reminderId), isWaiting(now)))
  if (!row) return
  const link = publicUrl ? { link: `${publicUrl}/my/rewards` } : {}
  const content = { id: reminderId, kind: 'address_missing', ...row, ...link }
  await postSigned(memberWebhook, { content, idempotency, now }, signal)
  await db.transaction((tx) =>
    tx
      .update(addressReminder)
      .set({ deliveredAt: now })
      .where(eq(addressReminder.id, reminderId))
      .returning({ id: addressReminder.id }),
  )
}
