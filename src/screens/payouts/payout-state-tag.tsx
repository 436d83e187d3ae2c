'use client'

import { useTranslations } from 'next-intl'
import { StateTag, type Tone } from '@/components/state-tag'
import type { PayoutState } from './payout'

const TONES: Record<PayoutState, Tone> = {
  claim_pending: 'caution',
  paying: 'brand',
  paid: 'positive',
  failed: 'negative',
  returned: 'neutral',
}

/** Where a payout stands. */
export function PayoutStateTag({ state }: { state: PayoutState }) {
  const t = useTranslations('payouts.states')
  return <StateTag tone={TONES[state]}>{t(state)}</StateTag>
}
