import { and, chunksOf, entry, eq, gte, lt, or, type ReadDb } from '@/src/db'

/** What a top-up's entry is caused by: the campaign, then the request's own key. */
export const topUpCause = (campaignId: string, key: string) => `${campaignId}:${key}`

/** How often each campaign was topped up; one that never was is absent. */
export async function countTopUps(db: ReadDb, campaignIds: string[]): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  for (const part of chunksOf(campaignIds)) {
    const rows = await db
      .select({ causeId: entry.causeId })
      .from(entry)
      .where(and(eq(entry.cause, 'top_up'), or(...part.map(isOf))))
    for (const { causeId } of rows) {
      const id = causeId.slice(0, causeId.indexOf(':'))
      times.set(id, (times.get(id) ?? 0) + 1)
    }
  }
  return times
}

// By the range of its causes, which are in order in an index: an account has millions of other entries.
const isOf = (campaignId: string) =>
  and(gte(entry.causeId, `${campaignId}:`), lt(entry.causeId, `${campaignId};`))
