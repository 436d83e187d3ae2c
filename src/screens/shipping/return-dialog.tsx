'use client'

import { useTranslations } from 'next-intl'
import { ConfirmWithReason } from '@/components/confirm-with-reason'
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
  const { failure, run, close } = useShippingAction(onClose)
  const { parcel, reward, member } = prize

  const note = (reason: string) =>
    run(async () => {
      await client.shipping.returned.mutate({ id: parcel?.id ?? '', reason })
      return t('done')
    })

  return (
    <ConfirmWithReason
      isOpen={isOpen}
      title={t('title', { prize: reward.title, member: member.nickname })}
      consequences={[t('will.money'), t('will.member'), t('will.again')]}
      confirmLabel={t('confirm')}
      failure={<FailureAlert failure={failure} />}
      onConfirm={note}
      reasonLabel={t('reason')}
      reasonExample={t('reasonExample')}
      onClose={close}
    />
  )
}
