'use client'

import { useTranslations } from 'next-intl'
import { StateTag, type Tone } from '@/components/state-tag'
import type { Reward } from './reward'

type RewardState = 'enabled' | 'disabled' | 'gone' | 'goneToday' | 'noCodes'

const TONES: Record<RewardState, Tone> = {
  enabled: 'positive',
  disabled: 'neutral',
  gone: 'caution',
  goneToday: 'caution',
  noCodes: 'caution',
}

function stateOf({ isEnabled, kind, stock, taken, stockPerDay, takenToday }: Reward): RewardState {
  if (!isEnabled) return 'disabled'
  if (kind === 'partner_voucher' && stock === 0) return 'noCodes'
  if (taken >= stock) return 'gone'
  return stockPerDay !== null && takenToday >= stockPerDay ? 'goneToday' : 'enabled'
}

/** Whether the reward can be given now, and if not, why. */
export function RewardStateTag({ reward }: { reward: Reward }) {
  const t = useTranslations('rewards.states')
  const state = stateOf(reward)
  return <StateTag tone={TONES[state]}>{t(state)}</StateTag>
}
