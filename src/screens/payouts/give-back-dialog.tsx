'use client'

import { Input } from 'antd'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { ConfirmAction } from '@/components/confirm-action'
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
  const inputId = useId()
  const [reason, setReason] = useState('')
  const { failure, run, close } = usePayoutAction(() => {
    setReason('')
    onClose()
  })
  const { id, amountFen, member } = payout
  const amount = formatFen(amountFen)

  const giveBack = () =>
    run(async () => {
      await client.payouts.giveBack.mutate({ id, reason: reason.trim() })
      return t('done')
    })

  return (
    <ConfirmAction
      isOpen={isOpen}
      isDangerous
      isConfirmDisabled={reason.trim().length < 2}
      title={t('title', { member: member.nickname, amount })}
      consequences={[t('will.back', { amount }), t('will.final')]}
      confirmLabel={t('confirm')}
      failure={<FailureAlert failure={failure} />}
      onConfirm={giveBack}
      onClose={close}
    >
      <label htmlFor={inputId} className="mb-1.5 block">
        {t('reason')}
      </label>
      <Input
        id={inputId}
        className="mb-5!"
        maxLength={100}
        showCount
        placeholder={t('reasonExample')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </ConfirmAction>
  )
}
