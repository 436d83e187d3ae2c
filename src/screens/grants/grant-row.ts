import type { StaffOutput } from '@/src/client/trpc'

export type GrantRow = StaffOutput['grants']['list']['items'][number]
