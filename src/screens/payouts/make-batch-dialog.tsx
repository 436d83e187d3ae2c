'use client'

import { Alert } from 'antd'
import { useTranslations } from 'next-intl'
import { ConfirmAction } from '@/components/confirm-action'
import { formatFen } from '@/components/money'
import { FailureAlert } from '@/src/client/failure-alert'
import { type StaffOutput, useTRPCClient } from '@/src/client/trpc'
import { MOST_IN_BATCH } from './payout'
import { usePayoutAction } from './use-payout-action'

interface MakeBatchProps {
  ready: StaffOutput['payouts']['totals']['ready']
  isOpen: boolean
  onClose: () => void
  onMade: () => void
}

/** Asks before what is to be paid is gathered into a file. */
export function MakeBatchDialog({ ready, isOpen, onClose, onMade }: MakeBatchProps) {
  const t = useTranslations('payouts.make')
  const client = useTRPCClient()
  const { failure, run, close } = usePayoutAction(onClose)
  const isTooMany = ready.count > MOST_IN_BATCH
  const count = Math.min(ready.count, MOST_IN_BATCH)

  const make = () =>
    run(async () => {
      const made = await client.payouts.makeBatch.mutate()
      onMade()
      return t('done', { count: made.count, total: formatFen(made.totalFen) })
    })

  return (
    <ConfirmAction
      isOpen={isOpen}
      title={t('title', { count })}
      consequences={[
        isTooMany
          ? t('will.most', { most: MOST_IN_BATCH })
          : t('will.sum', { count, total: formatFen(ready.fen) }),
        t('will.next'),
      ]}
      confirmLabel={t('confirm')}
      failure={
        failure?.details.some(({ code }) => code === 'nothing_to_pay') ? (
          <Alert className="mb-5!" type="warning" showIcon title={t('gone')} />
        ) : (
          <FailureAlert failure={failure} />
        )
      }
      onConfirm={make}
      onClose={close}
    />
  )
}
