'use client'

import { useTranslations } from 'next-intl'
import { StateTag, type Tone } from '@/components/state-tag'
import type { BatchState, RowOutcome } from './batch'

const STATES: Record<BatchState, Tone> = {
  draft: 'neutral',
  waiting: 'caution',
  running: 'brand',
  paused: 'caution',
  finished: 'positive',
  rejected: 'negative',
  cancelled: 'neutral',
}
export const BATCH_STATES = Object.keys(STATES) as BatchState[]

/** How far a batch is. */
export function BatchStateTag({ state }: { state: BatchState }) {
  const t = useTranslations('grantBatches.states')
  return <StateTag tone={STATES[state]}>{t(state)}</StateTag>
}

const OUTCOMES: Record<RowOutcome, Tone> = {
  waiting: 'neutral',
  granted: 'positive',
  refused: 'caution',
  failed: 'negative',
  cancelled: 'neutral',
  taking_back: 'brand',
  taken_back: 'neutral',
  not_taken_back: 'negative',
}
export const ROW_OUTCOMES = Object.keys(OUTCOMES) as RowOutcome[]

/** What a row came to. */
export function RowOutcomeTag({ outcome }: { outcome: RowOutcome }) {
  const t = useTranslations('grantBatches.outcomes')
  return <StateTag tone={OUTCOMES[outcome]}>{t(outcome)}</StateTag>
}
