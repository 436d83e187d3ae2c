'use client'

import { useTranslations } from 'next-intl'
import { StateTag, type Tone } from '@/components/state-tag'
import type { StaffOutput } from '@/src/client/trpc'

export type CampaignState = StaffOutput['campaigns']['list']['items'][number]['state']

const TONES: Record<CampaignState, Tone> = {
  draft: 'neutral',
  scheduled: 'brand',
  running: 'positive',
  suspended: 'caution',
  ended: 'neutral',
}

export const CAMPAIGN_STATES = Object.keys(TONES) as CampaignState[]

/** A campaign's state, as the server's clock has it. */
export function CampaignStateTag({ state }: { state: CampaignState }) {
  const t = useTranslations('campaigns.states')
  return <StateTag tone={TONES[state]}>{t(state)}</StateTag>
}
