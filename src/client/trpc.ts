import { createTRPCContext } from '@trpc/tanstack-react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { StaffRouter } from '@/src/api/staff/router'

export const { TRPCProvider, useTRPC } = createTRPCContext<StaffRouter>()

/** What each procedure answers, by router and name. */
export type StaffOutput = inferRouterOutputs<StaffRouter>
