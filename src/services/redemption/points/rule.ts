import { eq, pointsRule, type ReadDb } from '@/src/db'

export type PointsRuleRow = typeof pointsRule.$inferSelect

/** There is one, the shop's. */
export const RULE_ID = 'shop'

/** How points come off orders; undefined while they do not. */
export async function readPointsRule(db: ReadDb): Promise<PointsRuleRow | undefined> {
  const [row] = await db.select().from(pointsRule).where(eq(pointsRule.id, RULE_ID))
  return row?.isOn ? row : undefined
}
