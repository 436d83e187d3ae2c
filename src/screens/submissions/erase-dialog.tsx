'use client'

import { useTranslations } from 'next-intl'
import { ConfirmWithReason } from '@/components/confirm-with-reason'
import { FailureAlert } from '@/src/client/failure-alert'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'
import { useAction } from '../use-action'
import type { SubmissionRow } from './submission'

interface EraseProps {
  row: SubmissionRow
  isOpen: boolean
  onClose: () => void
}

/** Asks why a submission is deleted, which cannot be undone. */
export function EraseDialog({ row, isOpen, onClose }: EraseProps) {
  const t = useTranslations('submissions.erase')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const { failure, run, close } = useAction(trpc.submissions.pathFilter(), onClose)
  const erase = (reason: string) =>
    run(async () => {
      await client.submissions.erase.mutate({ id: row.id, reason })
      return t('done')
    })
  return (
    <ConfirmWithReason
      isOpen={isOpen}
      title={t('title', { name: row.member.nickname })}
      consequences={[t('will.gone'), t('will.place'), t('will.noted')]}
      confirmLabel={t('confirm')}
      failure={<FailureAlert failure={failure} />}
      onConfirm={erase}
      reasonLabel={t('reason')}
      reasonExample={t('reasonExample')}
      onClose={close}
    />
  )
}
