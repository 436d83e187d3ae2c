import type { StaffOutput } from '@/src/client/trpc'

export type RiskRuleRow = StaffOutput['risk']['rules']['rules'][number]
