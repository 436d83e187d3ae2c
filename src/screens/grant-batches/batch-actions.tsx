'use client'

import {
  DeleteOutlined,
  EditOutlined,
  PauseOutlined,
  PlayCircleOutlined,
  RedoOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmAction } from '@/components/confirm-action'
import { FailureAlert } from '@/src/client/failure-alert'
import { useCan } from '@/src/client/session'
import { useTRPCClient } from '@/src/client/trpc'
import { useFailureWords } from '@/src/client/use-failure-words'
import type { Batch } from './batch'
import { BatchFormDrawer } from './batch-form-drawer'
import { TakeBackAll } from './take-back'
import { useBatchAction } from './use-batch-action'

type Asked = 'edit' | 'discard' | 'cancel'
type SteerEvent = 'pause' | 'resume' | 'retry'

/** What may be done with a batch in its state. */
export function BatchActions({ batch }: { batch: Batch }) {
  const t = useTranslations('grantBatches')
  const canGive = useCan('grant.give')
  const client = useTRPCClient()
  const [asked, ask] = useState<Asked>()
  const { run, isRunning, failure } = useBatchAction()
  const { sayFailure } = useFailureWords()
  const { id, state, counts } = batch

  const steer = (event: SteerEvent) =>
    run(async () => {
      await client.grantBatches.steer.mutate({ id, event })
      return t(`steer.${event}.done`)
    })
  const button = (event: SteerEvent, icon: React.ReactNode, isPrimary = false) => (
    <Button
      key={event}
      type={isPrimary ? 'primary' : 'default'}
      icon={icon}
      loading={isRunning}
      onClick={() => steer(event)}
    >
      {t(`steer.${event}.action`, { count: counts.failed })}
    </Button>
  )
  return (
    <>
      {failure && (
        <span role="alert" className="text-[13px] text-negative">
          {sayFailure(failure)}
        </span>
      )}
      {canGive && state === 'draft' && (
        <>
          <Button icon={<DeleteOutlined />} onClick={() => ask('discard')}>
            {t('discard.action')}
          </Button>
          <Button icon={<EditOutlined />} onClick={() => ask('edit')}>
            {t('edit')}
          </Button>
        </>
      )}
      {canGive && (state === 'running' || state === 'paused') && (
        <Button danger onClick={() => ask('cancel')}>
          {t('steer.cancel.action')}
        </Button>
      )}
      <TakeBackAll batch={batch} />
      {canGive && state === 'running' && button('pause', <PauseOutlined />)}
      {canGive && state === 'paused' && button('resume', <PlayCircleOutlined />, true)}
      {canGive && state === 'finished' && counts.failed > 0 && button('retry', <RedoOutlined />, true)}
      <BatchFormDrawer
        isOpen={asked === 'edit'}
        batch={batch}
        onDone={() => ask(undefined)}
        onClose={() => ask(undefined)}
      />
      <DiscardDialog batch={batch} isOpen={asked === 'discard'} onClose={() => ask(undefined)} />
      <CancelDialog batch={batch} isOpen={asked === 'cancel'} onClose={() => ask(undefined)} />
    </>
  )
}

interface DialogProps {
  batch: Batch
  isOpen: boolean
  onClose: () => void
}

function DiscardDialog({ batch: { id, name }, isOpen, onClose }: DialogProps) {
  const t = useTranslations('grantBatches.discard')
  const client = useTRPCClient()
  const router = useRouter()
  const { run, failure, clear } = useBatchAction()
  async function discard() {
    const isDone = await run(async () => {
      await client.grantBatches.discard.mutate({ id })
      // Before the list is read again: this batch is no more.
      router.push('/grant-batches')
      return t('done')
    })
    if (isDone) onClose()
  }
  return (
    <ConfirmAction
      isOpen={isOpen}
      isDangerous
      title={t('title', { name })}
      consequences={[t('will')]}
      confirmLabel={t('action')}
      failure={<FailureAlert failure={failure} />}
      onConfirm={discard}
      onClose={() => {
        clear()
        onClose()
      }}
    />
  )
}

function CancelDialog({ batch: { id, state, counts }, isOpen, onClose }: DialogProps) {
  const t = useTranslations('grantBatches.steer.cancel')
  const client = useTRPCClient()
  const { run, failure, clear } = useBatchAction()
  async function cancel() {
    const isDone = await run(async () => {
      await client.grantBatches.steer.mutate({ id, event: 'cancel' })
      return t('done')
    })
    if (isDone) onClose()
  }
  const count = counts.waiting
  return (
    <ConfirmAction
      isOpen={isOpen}
      isDangerous
      title={t('title', { count })}
      consequences={[t('will', { count }), ...(state === 'running' ? [t('moment')] : []), t('final')]}
      confirmLabel={t('action')}
      failure={<FailureAlert failure={failure} />}
      onConfirm={cancel}
      onClose={() => {
        clear()
        onClose()
      }}
    />
  )
}
