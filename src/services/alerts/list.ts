import type { z } from 'zod'
import { alert, alertSeen, count, desc, eq, gt, lt, type ReadDb } from '@/src/db'
import { readBudgets } from '../budgets/internal'
import type { StaffContext } from '../context'
import { toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { ListAlerts } from './schemas'

/** What was raised, from the newest. Of a campaign's budget it is told what is left of it now. */
export async function listAlerts({ ctx, input }: { ctx: StaffContext; input: z.input<typeof ListAlerts> }) {
  const staff = authorise(ctx, 'budget.read')
  const { cursor, limit } = ListAlerts.parse(input)
  const db = ctx.db.read
  const rows = await db
    .select({ id: alert.id, facts: alert.facts, raisedAt: alert.raisedAt })
    .from(alert)
    .where(cursor ? lt(alert.id, cursor) : undefined)
    .orderBy(desc(alert.id))
    .limit(limit + 1)
  const { items, nextCursor } = toPage(rows, limit)
  const campaignIds = items.flatMap(({ facts }) => ('campaignId' in facts ? [facts.campaignId] : []))
  const budgets = await readBudgets(db, [...new Set(campaignIds)])
  const seen = await readSeen(db, staff.id)
  return {
    items: items.map((row) => ({
      ...row,
      isNew: row.id > seen,
      availableFen: 'campaignId' in row.facts ? (budgets.get(row.facts.campaignId)?.availableFen ?? 0) : null,
    })),
    nextCursor,
  }
}

/** How many alerts somebody has not seen yet. */
export async function countNewAlerts({ ctx }: { ctx: StaffContext }) {
  const staff = authorise(ctx, 'budget.read')
  const db = ctx.db.read
  const seen = await readSeen(db, staff.id)
  const [row] = await db.select({ count: count() }).from(alert).where(gt(alert.id, seen))
  return { count: row?.count ?? 0 }
}

/** The last alert somebody has seen; empty, which is before every id, when none. */
async function readSeen(db: ReadDb, staffId: string): Promise<string> {
  const [row] = await db
    .select({ alertId: alertSeen.alertId })
    .from(alertSeen)
    .where(eq(alertSeen.staffId, staffId))
  return row?.alertId ?? ''
}
