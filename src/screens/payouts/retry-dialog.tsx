'use client'

import { Input } from 'antd'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { ConfirmAction } from '@/components/confirm-action'
import { formatFen } from '@/components/money'
import { FailureAlert } from '@/src/client/failure-alert'
import { useTRPCClient } from '@/src/client/trpc'
import { type PayoutRow, referenceOf } from './payout'
import { usePayoutAction } from './use-payout-action'

interface RetryProps {
  payout: PayoutRow
  isOpen: boolean
  onClose: () => void
}

/** Asks before a payout that failed is sent on its way again, and where to. */
export function RetryDialog({ payout, isOpen, onClose }: RetryProps) {
  const t = useTranslations('payouts.retry')
  const client = useTRPCClient()
  const inputId = useId()
  const [account, setAccount] = useState('')
  const { failure, run, close } = usePayoutAction(() => {
    setAccount('')
    onClose()
  })
  const { id, attempt, amountFen, member } = payout

  const retry = () =>
    run(async () => {
      await client.payouts.retry.mutate({ id, account: account.trim() || undefined })
      return t('done')
    })

  return (
    <ConfirmAction
      isOpen={isOpen}
      title={t('title', { member: member.nickname, amount: formatFen(amountFen) })}
      consequences={[
        t('will.next'),
        t('will.reference', { reference: referenceOf({ id, attempt: attempt + 1 }) }),
      ]}
      confirmLabel={t('confirm')}
      failure={<FailureAlert failure={failure} />}
      onConfirm={retry}
      onClose={close}
    >
      <label htmlFor={inputId} className="mb-1.5 block">
        {t('account')}
      </label>
      <Input
        id={inputId}
        maxLength={60}
        autoComplete="off"
        placeholder={payout.account ?? undefined}
        value={account}
        onChange={({ target }) => setAccount(target.value)}
      />
      <p className="mt-1.5 mb-5 text-[13px] text-ink-faint">{t('accountHint')}</p>
    </ConfirmAction>
  )
}
