'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { type ReactNode, useState } from 'react'
import type { StaffRouter } from '@/src/api/staff/router'
import { createQueryClient } from './query-client'
import { useSignedOut } from './signed-out'
import { TRPCProvider } from './trpc'

/** Gives everything below it the staff API and its cache. Needs antd's `App` above. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const signedOut = useSignedOut()
  const [queryClient] = useState(() => createQueryClient(signedOut))
  const [trpcClient] = useState(() =>
    createTRPCClient<StaffRouter>({ links: [httpBatchLink({ url: '/api/staff', maxItems: 10 })] }),
  )
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
