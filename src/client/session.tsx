'use client'

import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import { ShopTimeZoneProvider } from '@/components/shop-time-zone'
import { readFailure } from './failure'
import { FailureState } from './failure-state'
import { type StaffOutput, useTRPC } from './trpc'

export type Session = StaffOutput['session']['me']
export type Permission = Session['permissions'][number]

const SessionContext = createContext<Session | undefined>(undefined)

const STALE_MS = 5 * 60_000

/**
 * Shows its children once it is known who is signed in. Somebody who is not is sent to sign in.
 * `fallback` is shown while that is being found out.
 */
export function SessionGate({ children, fallback }: { children: ReactNode; fallback: ReactNode }) {
  const trpc = useTRPC()
  const session = useQuery(trpc.session.me.queryOptions(undefined, { staleTime: STALE_MS }))
  if (session.data) {
    return (
      <SessionContext value={session.data}>
        <ShopTimeZoneProvider value={session.data.timeZone}>{children}</ShopTimeZoneProvider>
      </SessionContext>
    )
  }
  if (session.error && readFailure(session.error).code !== 'unauthenticated') {
    return <FailureState error={session.error} onRetry={() => session.refetch()} />
  }
  return fallback
}

/** Who is signed in, with roles and permissions. Throws outside a `SessionGate`. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession was called outside a SessionGate')
  return session
}

/** Whether to offer something. The server decides again whether it happens. */
export function useCan(permission: Permission): boolean {
  return useSession().permissions.includes(permission)
}
