'use client'

import { useTranslations } from 'next-intl'
import { StateTag, type Tone } from '@/components/state-tag'
import type { StaffOutput } from '@/src/client/trpc'

type State = StaffOutput['tools']['get']['campaign']['state']

const TONES: Record<State, Tone> = {
  draft: 'neutral',
  scheduled: 'brand',
  running: 'positive',
  suspended: 'caution',
  ended: 'neutral',
}

/** The state of a tool's campaign, by the server's clock. */
export function CampaignState({ state }: { state: State }) {
  const t = useTranslations('editor.tool.states')
  return <StateTag tone={TONES[state]}>{t(state)}</StateTag>
}
