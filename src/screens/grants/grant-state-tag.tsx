'use client'

import { useTranslations } from 'next-intl'
import { StateTag } from '@/components/state-tag'
import type { StaffOutput } from '@/src/client/trpc'

type GrantState = StaffOutput['grants']['list']['items'][number]['state']

/** Whether the member can still use what was given. */
export function GrantStateTag({ state }: { state: GrantState }) {
  const t = useTranslations('grants.states')
  return <StateTag tone={state === 'granted' ? 'positive' : 'neutral'}>{t(state)}</StateTag>
}
