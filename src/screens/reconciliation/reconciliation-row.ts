import type { StaffOutput } from '@/src/client/trpc'

export type ReconciliationRow = StaffOutput['reconciliation']['list']['items'][number]

/** How many rows were looked at in all. */
export function rowsOf({ checked }: ReconciliationRow): number {
  return Object.values(checked ?? {}).reduce((sum, rows) => sum + rows, 0)
}
