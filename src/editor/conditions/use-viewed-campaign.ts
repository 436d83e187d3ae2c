'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTRPC } from '@/src/client/trpc'
import { usePageIdentity } from '../page-identity'
import type { ViewedAs } from './viewed-as'

/** How members know the states of a campaign. */
const PHASES = {
  draft: 'not_started',
  scheduled: 'not_started',
  running: 'running',
  suspended: 'suspended',
  ended: 'ended',
} as const

/** Stages go on while the page is edited. */
const REFRESH_MS = 60_000

/** Keeps the canvas told of the stage that the page's campaign is in. */
export function useViewedCampaign(viewedAs: ViewedAs): void {
  const trpc = useTRPC()
  const { campaign } = usePageIdentity()
  const read = useQuery(
    trpc.campaigns.get.queryOptions(
      { id: campaign?.id ?? '' },
      { enabled: campaign !== null, refetchInterval: REFRESH_MS },
    ),
  )
  const state = read.data?.state
  useEffect(() => {
    if (state) viewedAs.write({ campaign: { phase: PHASES[state] } })
  }, [viewedAs, state])
}
