import type { StaffOutput } from '@/src/client/trpc'

export type Alert = StaffOutput['alerts']['list']['items'][number]

/** Whose budget is to be topped up. */
export interface ToppedUp {
  id: string
  name: string
  availableFen: number
}
