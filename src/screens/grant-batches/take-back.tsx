'use client'

import { RollbackOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmWithReason } from '@/components/confirm-with-reason'
import { FailureAlert } from '@/src/client/failure-alert'
import { useCan } from '@/src/client/session'
import { useTRPCClient } from '@/src/client/trpc'
import type { Batch } from './batch'
import { useBatchAction } from './use-batch-action'

/** Takes back all that a batch gave, once it gives no more. */
export function TakeBackAll({ batch }: { batch: Batch }) {
  const t = useTranslations('grantBatches.takeBack')
  const canRevoke = useCan('grant.revoke')
  const [isAsking, setAsking] = useState(false)
  const count = batch.counts.granted + batch.counts.not_taken_back
  if (!canRevoke || batch.counts.granted === 0 || batch.state === 'running') return null
  return (
    <>
      <Button danger icon={<RollbackOutlined />} onClick={() => setAsking(true)}>
        {t('all')}
      </Button>
      <TakeBackDialog
        batchId={batch.id}
        title={t('titleAll', { count })}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

interface TakeBackProps {
  batchId: string
  title: string
  /** Without them, all. */
  positions?: number[]
  isOpen: boolean
  onClose: () => void
}

/** Asks why, says what it does to the members, and has it done. */
export function TakeBackDialog({ batchId, title, positions, isOpen, onClose }: TakeBackProps) {
  const t = useTranslations('grantBatches.takeBack')
  const client = useTRPCClient()
  const { run, failure, clear } = useBatchAction()

  function close() {
    clear()
    onClose()
  }
  async function takeBack(reason: string) {
    const isDone = await run(async () => {
      const input = { id: batchId, reason, ...(positions && { positions }) }
      const { asked } = await client.grantBatches.takeBack.mutate(input)
      return t('asked', { count: asked })
    })
    if (isDone) close()
  }
  const isRunning = failure?.details.some(({ code }) => code === 'pause_first')
  return (
    <ConfirmWithReason
      isOpen={isOpen}
      title={title}
      consequences={[t('will.end'), t('will.money'), t('will.kept'), t('will.running')]}
      confirmLabel={t('confirm')}
      failure={
        isRunning ? (
          <Alert className="mb-5!" type="error" role="alert" showIcon title={t('pauseFirst')} />
        ) : (
          <FailureAlert failure={failure} />
        )
      }
      onConfirm={takeBack}
      reasonLabel={t('reason')}
      reasonExample={t('reasonPlaceholder')}
      onClose={close}
    />
  )
}
