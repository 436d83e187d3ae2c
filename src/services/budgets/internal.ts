import type { ReadDb } from '@/src/db'
import { readBalances } from './ledger'

/** What a campaign may spend, in fen: given in all, still free, set aside by open grants, and spent. */
export interface BudgetSummary {
  totalFen: number
  availableFen: number
  reservedFen: number
  spentFen: number
}

export const NO_BUDGET: BudgetSummary = { totalFen: 0, availableFen: 0, reservedFen: 0, spentFen: 0 }

/** Budgets by campaign. */
export async function readBudgets(db: ReadDb, campaignIds: string[]): Promise<Map<string, BudgetSummary>> {
  const balances = await readBalances(db, campaignIds)
  return new Map(
    [...balances].map(([id, { allocated, reserved, committed, settled }]) => {
      const spentFen = committed.balanceFen + settled.balanceFen
      return [
        id,
        {
          totalFen: allocated.balanceFen + reserved.balanceFen + spentFen,
          availableFen: allocated.balanceFen,
          reservedFen: reserved.balanceFen,
          spentFen,
        },
      ]
    }),
  )
}
