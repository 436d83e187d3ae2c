import type { StaffOutput } from '@/src/client/trpc'

/** One upload with the pages that show it. */
export type AssetDetails = StaffOutput['assets']['get']
