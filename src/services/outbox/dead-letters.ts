import type { z } from 'zod'
import { and, asc, count, desc, eq, lt, outbox } from '@/src/db'
import type { StaffContext } from '../context'
import { toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { maskedPayload } from './masked-payload'
import { ListDeadLetters } from './schemas'

/** What was given up, from the newest, and how many of each topic there are. */
export async function listDeadLetters({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ListDeadLetters>
}) {
  authorise(ctx, 'outbox.read')
  const { topic, cursor, limit } = ListDeadLetters.parse(input)
  const rows = await ctx.db.read
    .select({
      id: outbox.id,
      topic: outbox.topic,
      payload: outbox.payload,
      attempts: outbox.attempts,
      lastError: outbox.lastError,
      createdAt: outbox.createdAt,
      endedAt: outbox.endedAt,
    })
    .from(outbox)
    .where(
      and(
        eq(outbox.state, 'dead'),
        topic ? eq(outbox.topic, topic) : undefined,
        cursor ? lt(outbox.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(limit + 1)
  const topics = await ctx.db.read
    .select({ topic: outbox.topic, count: count() })
    .from(outbox)
    .where(eq(outbox.state, 'dead'))
    .groupBy(outbox.topic)
    .orderBy(asc(outbox.topic))
  const { items, nextCursor } = toPage(rows, limit)
  return {
    items: items.map((row) => ({ ...row, payload: maskedPayload(row.payload) as Record<string, unknown> })),
    nextCursor,
    topics,
  }
}
