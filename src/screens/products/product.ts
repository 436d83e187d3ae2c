import type { StaffOutput } from '@/src/client/trpc'

export type Product = StaffOutput['products']['list']['items'][number]
