import type { ReadDb } from '@/src/db'
import { readBalances } from './ledger'

/** What a campaign may spend, in fen: given in all, still free, and set aside by open grants. */
export interface BudgetSummary {
  totalFen: number
  availableFen: number
  reservedFen: number
}

/** Budgets by campaign. */
export async function readBudgets(db: ReadDb, campaignIds: string[]): Promise<Map<string, BudgetSummary>> {
  const balances = await readBalances(db, campaignIds)
  return new Map(
    [...balances].map(([id, { allocated, reserved }]) => [
      id,
      {
        totalFen: allocated.balanceFen + reserved.balanceFen,
        availableFen: allocated.balanceFen,
        reservedFen: reserved.balanceFen,
      },
    ]),
  )
}
