'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { instantOf, PHASE_AT, pretendedFacts } from '@/schemas/viewpoint-parts'
import { useTRPC } from '@/src/client/trpc'
import { usePageIdentity } from '../page-identity'
import { useEditor } from '../store/context'
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

/** Keeps the canvas told from where the page is looked at. */
export function useViewpoint(viewedAs: ViewedAs): void {
  const trpc = useTRPC()
  const { campaign } = usePageIdentity()
  const { moment, viewer, situation } = useEditor((state) => state.viewpoint)
  const { data } = useQuery(
    trpc.campaigns.get.queryOptions(
      { id: campaign?.id ?? '' },
      { enabled: campaign !== null, refetchInterval: REFRESH_MS },
    ),
  )
  useEffect(() => {
    const now = Date.now()
    const window = data && { startsAt: Date.parse(data.startsAt), endsAt: Date.parse(data.endsAt) }
    const phase = moment === 'now' ? data && PHASES[data.state] : PHASE_AT[moment]
    viewedAs.write({
      situation,
      aheadMs: instantOf(moment, window, now) - now,
      ...(data && phase && { campaign: { phase } }),
      member: pretendedFacts({ viewer }),
    })
  }, [viewedAs, data, moment, viewer, situation])
}
