'use client'

import { Input } from 'antd'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { ConfirmAction } from '@/components/confirm-action'
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
  const inputId = useId()
  const [reason, setReason] = useState('')
  const { failure, run, close } = useAction(trpc.submissions.pathFilter(), () => {
    setReason('')
    onClose()
  })
  const erase = () =>
    run(async () => {
      await client.submissions.erase.mutate({ id: row.id, reason: reason.trim() })
      return t('done')
    })
  return (
    <ConfirmAction
      isOpen={isOpen}
      isDangerous
      isConfirmDisabled={reason.trim().length < 2}
      title={t('title', { name: row.member.nickname })}
      consequences={[t('will.gone'), t('will.place'), t('will.noted')]}
      confirmLabel={t('confirm')}
      failure={<FailureAlert failure={failure} />}
      onConfirm={erase}
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
