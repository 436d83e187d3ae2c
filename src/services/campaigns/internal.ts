import { and, campaign, eq, gt, lte, ne, or, type ReadDb, type SQL } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import type { CampaignState } from './state'

export type CampaignRow = typeof campaign.$inferSelect

/** One campaign. Throws `not_found`. */
export async function getCampaign(db: ReadDb, id: string): Promise<CampaignRow> {
  const [row] = await db.select().from(campaign).where(eq(campaign.id, id))
  if (!row) throw new AppError('not_found', `no campaign ${id}`)
  return row
}

/** The rows that `stateAt` answers this state for. */
export function inState(state: CampaignState, now: Date): SQL | undefined {
  switch (state) {
    case 'draft':
      return eq(campaign.state, 'draft')
    case 'ended':
      return or(eq(campaign.state, 'ended'), and(ne(campaign.state, 'draft'), lte(campaign.endsAt, now)))
    case 'suspended':
      return and(eq(campaign.state, 'suspended'), gt(campaign.endsAt, now))
    case 'scheduled':
      return and(eq(campaign.state, 'scheduled'), gt(campaign.startsAt, now))
    case 'running':
      return and(eq(campaign.state, 'scheduled'), lte(campaign.startsAt, now), gt(campaign.endsAt, now))
  }
}

/** The row only while its state is what was read: two people may decide at the same moment. */
export const unchanged = ({ id, state }: CampaignRow) => and(eq(campaign.id, id), eq(campaign.state, state))

/** Throws `conflict` when somebody else decided first. */
export function requireUnchanged(changed: unknown[], { id }: CampaignRow): void {
  if (changed.length === 0) throw new AppError('conflict', `campaign ${id} changed meanwhile`)
}
