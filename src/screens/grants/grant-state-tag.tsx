'use client'

import { useTranslations } from 'next-intl'
import { StateTag } from '@/components/state-tag'
import type { GrantRow } from './grant-row'

/** Whether the member can still use what was given. */
export function GrantStateTag({ state }: Pick<GrantRow, 'state'>) {
  const t = useTranslations('grants.states')
  return <StateTag tone={state === 'granted' ? 'positive' : 'neutral'}>{t(state)}</StateTag>
}
