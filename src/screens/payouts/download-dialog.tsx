'use client'

import { useTranslations } from 'next-intl'
import { ConfirmAction } from '@/components/confirm-action'
import { formatFen } from '@/components/money'
import { FailureAlert } from '@/src/client/failure-alert'
import { useTRPCClient } from '@/src/client/trpc'
import type { BatchRow } from './payout'
import { saveBytes } from './save-bytes'
import { usePayoutAction } from './use-payout-action'

interface DownloadProps {
  batch: BatchRow
  isOpen: boolean
  onClose: () => void
}

/** Asks before a payment file is taken: the first time, its payments are being paid from then on. */
export function DownloadDialog({ batch, isOpen, onClose }: DownloadProps) {
  const t = useTranslations('payouts.download')
  const client = useTRPCClient()
  const { failure, run, close } = usePayoutAction(onClose)
  const { id, count, totalFen, downloadedAt } = batch

  const download = () =>
    run(async () => {
      const { name, base64 } = await client.payouts.download.mutate({ id })
      saveBytes(name, base64, 'application/zip')
      return t('done')
    })

  return (
    <ConfirmAction
      isOpen={isOpen}
      title={t('title')}
      consequences={
        downloadedAt
          ? [t('will.noted')]
          : [t('will.paying', { count, total: formatFen(totalFen) }), t('will.pay'), t('will.noted')]
      }
      confirmLabel={t(downloadedAt ? 'again' : 'confirm')}
      failure={<FailureAlert failure={failure} />}
      onConfirm={download}
      onClose={close}
    />
  )
}
