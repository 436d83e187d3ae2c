import type { z } from 'zod'
import { alertSeen, lt, sql } from '@/src/db'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { SeeAlerts } from './schemas'

/** Notes that somebody has seen the alerts up to one. It never goes back. */
export async function seeAlerts({ ctx, input }: { ctx: StaffContext; input: z.input<typeof SeeAlerts> }) {
  const { id: staffId } = authorise(ctx, 'budget.read')
  const { upTo: alertId } = SeeAlerts.parse(input)
  await ctx.db.transaction((tx) =>
    tx
      .insert(alertSeen)
      .values({ staffId, alertId })
      .onConflictDoUpdate({
        target: alertSeen.staffId,
        set: { alertId },
        setWhere: lt(alertSeen.alertId, sql`excluded.alert_id`),
      })
      .returning({ alertId: alertSeen.alertId }),
  )
  return { upTo: alertId }
}
