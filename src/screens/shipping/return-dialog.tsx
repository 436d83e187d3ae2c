'use client'

import { Input } from 'antd'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { ConfirmAction } from '@/components/confirm-action'
import { FailureAlert } from '@/src/client/failure-alert'
import { useTRPCClient } from '@/src/client/trpc'
import type { PrizeRow } from './prize'
import { useShippingAction } from './use-shipping-action'

interface ReturnProps {
  prize: PrizeRow
  isOpen: boolean
  onClose: () => void
}

/** Asks why a parcel came back. */
export function ReturnDialog({ prize, isOpen, onClose }: ReturnProps) {
  const t = useTranslations('shipping.returned')
  const client = useTRPCClient()
  const inputId = useId()
  const [reason, setReason] = useState('')
  const { failure, run, close } = useShippingAction(() => {
    setReason('')
    onClose()
  })
  const { parcel, reward, member } = prize

  const note = () =>
    run(async () => {
      await client.shipping.returned.mutate({ id: parcel?.id ?? '', reason: reason.trim() })
      return t('done')
    })

  return (
    <ConfirmAction
      isOpen={isOpen}
      isDangerous
      isConfirmDisabled={reason.trim().length < 2}
      title={t('title', { prize: reward.title, member: member.nickname })}
      consequences={[t('will.money'), t('will.member'), t('will.again')]}
      confirmLabel={t('confirm')}
      failure={<FailureAlert failure={failure} />}
      onConfirm={note}
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
