'use client'

import { Alert } from 'antd'
import { useTranslations } from 'next-intl'
import { ConfirmAction } from '@/components/confirm-action'
import { FailureAlert } from '@/src/client/failure-alert'
import { type StaffInput, useTRPCClient } from '@/src/client/trpc'
import { saveFile } from '../grants/save-file'
import { useShippingAction } from './use-shipping-action'

interface ExportProps {
  /** How many prizes wait. */
  ready: number
  of: StaffInput['shipping']['export']
  isOpen: boolean
  onClose: () => void
}

/** Asks before prizes are put on a list for the warehouse, and saves it. */
export function ExportDialog({ ready, of, isOpen, onClose }: ExportProps) {
  const t = useTranslations('shipping.export')
  const client = useTRPCClient()
  const { failure, run, close } = useShippingAction(onClose)
  const isPart = Boolean(of.campaignId || of.rewardId)

  const make = () =>
    run(async () => {
      const { name, csv, number, count, left } = await client.shipping.export.mutate(of)
      saveFile(name, csv, 'text/csv')
      return left > 0 ? t('doneSome', { number, count, left }) : t('done', { number, count })
    })

  return (
    <ConfirmAction
      isOpen={isOpen}
      title={t('title', { count: ready })}
      consequences={[t(isPart ? 'will.part' : 'will.all'), t('will.address'), t('will.private')]}
      confirmLabel={t('confirm')}
      failure={
        failure?.details.some(({ code }) => code === 'nothing_to_ship') ? (
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
