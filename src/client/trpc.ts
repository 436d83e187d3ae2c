import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import type { StaffRouter } from '@/src/api/staff/router'

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<StaffRouter>()

/** What each procedure takes, by router and name. */
export type StaffInput = inferRouterInputs<StaffRouter>
/** What each procedure answers, as it comes over the wire. */
export type StaffOutput = inferRouterOutputs<StaffRouter>
