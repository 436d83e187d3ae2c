'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'

/** Notes that the alerts up to one were seen: the bell counts them no more. What fails is seen next time. */
export function useSeeAlerts(): (upTo: string) => void {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  return useCallback(
    (upTo) => {
      const seen = () => queries.setQueryData(trpc.alerts.countNew.queryKey(), { count: 0 })
      client.alerts.see.mutate({ upTo }).then(seen, () => {})
    },
    [trpc, client, queries],
  )
}
