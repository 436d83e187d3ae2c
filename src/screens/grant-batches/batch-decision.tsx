'use client'

import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmAction } from '@/components/confirm-action'
import { ConfirmWithReason } from '@/components/confirm-with-reason'
import { formatFen } from '@/components/money'
import { Panel } from '@/components/panel'
import { FailureAlert } from '@/src/client/failure-alert'
import { FailureState } from '@/src/client/failure-state'
import { useCan, useSession } from '@/src/client/session'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'
import type { Batch, BatchPreview } from './batch'
import { PreviewFigures } from './batch-preview'
import { useBatchAction } from './use-batch-action'

/** What a second person looks at before a batch begins, and how they decide. */
export function BatchDecision({ batch }: { batch: Batch }) {
  const t = useTranslations('grantBatches.decide')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const me = useSession().id
  const mayConfirm = useCan('grant.confirm')
  const canGive = useCan('grant.give')
  const preview = useQuery(trpc.grantBatches.preview.queryOptions({ id: batch.id }))
  const [asked, ask] = useState<'confirm' | 'reject'>()
  const { run, isRunning, failure } = useBatchAction()
  const { data } = preview
  const isOwn = batch.submittedBy?.id === me
  const isVoid = data !== undefined && data.contentHash !== batch.contentHash
  const canDecide = mayConfirm && !isOwn

  const withdraw = () =>
    run(async () => {
      await client.grantBatches.withdraw.mutate({ id: batch.id })
      return t('withdrawn')
    })
  return (
    <Panel title={t('title')}>
      <FailureAlert failure={failure} />
      <Alert
        className="mb-4!"
        type={isVoid ? 'error' : 'info'}
        showIcon
        title={isVoid ? t('voided') : t(isOwn ? 'own' : canDecide ? 'ask' : 'notYours')}
      />
      {preview.error && !data ? (
        <FailureState error={preview.error} onRetry={() => preview.refetch()} />
      ) : data ? (
        <PreviewFigures preview={data} />
      ) : (
        <Skeleton active paragraph={{ rows: 4 }} />
      )}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        {canGive && (
          <Button loading={isRunning} onClick={withdraw}>
            {t('withdraw')}
          </Button>
        )}
        {canDecide && (
          <>
            <Button danger disabled={!data} onClick={() => ask('reject')}>
              {t('reject')}
            </Button>
            <Button type="primary" disabled={!data || isVoid} onClick={() => ask('confirm')}>
              {t('confirm')}
            </Button>
          </>
        )}
      </div>
      {data && (
        <ConfirmDialog
          batch={batch}
          preview={data}
          isOpen={asked === 'confirm'}
          onClose={() => ask(undefined)}
        />
      )}
      <RejectDialog batch={batch} isOpen={asked === 'reject'} onClose={() => ask(undefined)} />
    </Panel>
  )
}

interface DialogProps {
  batch: Batch
  isOpen: boolean
  onClose: () => void
}

function ConfirmDialog({ batch, preview, isOpen, onClose }: DialogProps & { preview: BatchPreview }) {
  const t = useTranslations('grantBatches')
  const client = useTRPCClient()
  const { run, failure, clear } = useBatchAction()
  const { memberCount: count, contentHash, expectedFen, worstFen } = preview
  async function confirm() {
    const isDone = await run(async () => {
      await client.grantBatches.confirm.mutate({ id: batch.id, contentHash })
      return t('decide.confirmed')
    })
    if (isDone) onClose()
  }
  return (
    <ConfirmAction
      isOpen={isOpen}
      title={t('decide.confirmTitle', { count })}
      consequences={[
        t('preview.confirmWill.give', { count }),
        t('preview.confirmWill.money', { expected: formatFen(expectedFen), worst: formatFen(worstFen) }),
        t('preview.confirmWill.back'),
      ]}
      confirmLabel={t('decide.confirm')}
      failure={<FailureAlert failure={failure} />}
      onConfirm={confirm}
      onClose={() => {
        clear()
        onClose()
      }}
    />
  )
}

function RejectDialog({ batch: { id, name, contentHash }, isOpen, onClose }: DialogProps) {
  const t = useTranslations('grantBatches.decide')
  const client = useTRPCClient()
  const { run, failure, clear } = useBatchAction()
  async function reject(reason: string) {
    const isDone = await run(async () => {
      await client.grantBatches.reject.mutate({
        id,
        contentHash: contentHash ?? '',
        reason,
      })
      return t('rejected')
    })
    if (isDone) onClose()
  }
  return (
    <ConfirmWithReason
      isOpen={isOpen}
      title={t('rejectTitle', { name })}
      consequences={[t('rejectWill')]}
      confirmLabel={t('reject')}
      failure={<FailureAlert failure={failure} />}
      onConfirm={reject}
      onClose={() => {
        clear()
        onClose()
      }}
      reasonLabel={t('rejectReason')}
      reasonExample={t('rejectPlaceholder')}
    />
  )
}
