'use client'

import { useTranslations } from 'next-intl'
import { ConfirmAction } from '@/components/confirm-action'
import { FailureAlert } from '@/src/client/failure-alert'
import { useTRPCClient } from '@/src/client/trpc'
import type { PrizeRow } from './prize'
import { useShippingAction } from './use-shipping-action'

interface PutBackProps {
  prizes: PrizeRow[]
  isOpen: boolean
  onClose: () => void
}

/** Asks before prizes wait for the next list again. */
export function PutBackDialog({ prizes, isOpen, onClose }: PutBackProps) {
  const t = useTranslations('shipping.putBack')
  const client = useTRPCClient()
  const { failure, run, close } = useShippingAction(onClose)
  const isReturned = prizes.every(({ stage }) => stage === 'returned')

  const putBack = () =>
    run(async () => {
      const ids = prizes.flatMap(({ parcel }) => (parcel ? [parcel.id] : []))
      const { count } = await client.shipping.putBack.mutate({ ids })
      return t('done', { count })
    })

  return (
    <ConfirmAction
      isOpen={isOpen}
      title={t('title', { count: prizes.length })}
      consequences={isReturned ? [t('will.sameAddress')] : [t('will.notSent'), t('will.address')]}
      confirmLabel={t('confirm')}
      failure={<FailureAlert failure={failure} />}
      onConfirm={putBack}
      onClose={close}
    />
  )
}
