'use client'

import { useTranslations } from 'next-intl'
import { ConfirmWithReason } from '@/components/confirm-with-reason'
import { formatFen } from '@/components/money'
import { FailureAlert } from '@/src/client/failure-alert'
import { useTRPCClient } from '@/src/client/trpc'
import type { PayoutRow } from './payout'
import { usePayoutAction } from './use-payout-action'

interface GiveBackProps {
  payout: PayoutRow
  isOpen: boolean
  onClose: () => void
}

/** Asks before the money of a payout goes back into the member's balance, and why. */
export function GiveBackDialog({ payout, isOpen, onClose }: GiveBackProps) {
  const t = useTranslations('payouts.giveBack')
  const client = useTRPCClient()
  const { failure, run, close } = usePayoutAction(onClose)
  const { id, amountFen, member } = payout
  const amount = formatFen(amountFen)

  const giveBack = (reason: string) =>
    run(async () => {
      await client.payouts.giveBack.mutate({ id, reason })
      return t('done')
    })

  return (
    <ConfirmWithReason
      isOpen={isOpen}
      title={t('title', { member: member.nickname, amount })}
      consequences={[t('will.back', { amount }), t('will.final')]}
      confirmLabel={t('confirm')}
      failure={<FailureAlert failure={failure} />}
      onConfirm={giveBack}
      reasonLabel={t('reason')}
      reasonExample={t('reasonExample')}
      onClose={close}
    />
  )
}
