'use client'

import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { ConfirmAction } from '@/components/confirm-action'
import { formatFen, formatFenShort, Money } from '@/components/money'
import { Panel } from '@/components/panel'
import { FailureAlert } from '@/src/client/failure-alert'
import { FailureState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'
import { type Batch, number, type BatchPreview as Preview } from './batch'
import { useBatchAction } from './use-batch-action'

/** What a draft would come to, and the way to submit it. */
export function BatchPreview({ batch }: { batch: Batch }) {
  const t = useTranslations('grantBatches.preview')
  const trpc = useTRPC()
  const canGive = useCan('grant.give')
  const preview = useQuery(trpc.grantBatches.preview.queryOptions({ id: batch.id }))
  const [isAsking, setAsking] = useState(false)
  const { data } = preview
  if (preview.error && !data)
    return (
      <Panel title={t('title')}>
        <FailureState error={preview.error} onRetry={() => preview.refetch()} />
      </Panel>
    )
  return (
    <Panel title={t('title')}>
      {data ? <PreviewFigures preview={data} /> : <Skeleton active paragraph={{ rows: 4 }} />}
      {data && canGive && (
        <>
          {!data.isBlocked && (
            <p className="mt-4 mb-0 text-[13px] text-ink-soft">
              {t(data.needsConfirmation ? 'needs' : 'alone', {
                amount: formatFenShort(data.confirmAboveFen),
              })}
            </p>
          )}
          <Button
            type="primary"
            block
            size="large"
            className="mt-4!"
            disabled={data.isBlocked}
            onClick={() => setAsking(true)}
          >
            {t(data.needsConfirmation ? 'submitWaiting' : 'submit')}
          </Button>
          <SubmitDialog batch={batch} preview={data} isOpen={isAsking} onClose={() => setAsking(false)} />
        </>
      )}
    </Panel>
  )
}

/** Whom, for how much, out of what, and what is in its way. */
export function PreviewFigures({ preview }: { preview: Preview }) {
  const t = useTranslations('grantBatches.preview')
  const people = useTranslations('grantBatches')
  const { memberCount, expectedFen, worstFen, stockLeft, availableFen, problems, isBlocked } = preview
  // Nothing is wrong with a draft for having nobody on its list yet.
  const isFresh = problems.length === 1 && problems[0] === 'no_members'
  return (
    <>
      <dl className="m-0 divide-y divide-line">
        <Figure name={t('members')}>{people('people', { count: memberCount })}</Figure>
        <Figure name={t('expected')} note={t('expectedHint')}>
          <Money fen={expectedFen} />
        </Figure>
        <Figure name={t('worst')} note={t('worstHint')}>
          <Money fen={worstFen} />
        </Figure>
        <Figure name={t('stock')} isShort={problems.includes('stock_short')}>
          {number(stockLeft)}
        </Figure>
        <Figure name={t('budget')} isShort={problems.includes('budget_short')}>
          <Money fen={availableFen} />
        </Figure>
      </dl>
      {problems.length > 0 && (
        <Alert
          className="mt-3!"
          type={isFresh ? 'info' : isBlocked ? 'error' : 'warning'}
          showIcon
          title={
            <ul className="m-0 list-none space-y-1 p-0">
              {problems.map((problem) => (
                <li key={problem}>{t(`problems.${problem}`, { left: number(stockLeft) })}</li>
              ))}
            </ul>
          }
        />
      )}
    </>
  )
}

function Figure(props: { name: string; note?: string; isShort?: boolean; children: ReactNode }) {
  const { name, note, isShort, children } = props
  return (
    <div className="flex items-baseline justify-between gap-4 py-2.5 first:pt-0">
      <dt className="text-ink-soft">
        {name}
        {note && <span className="ml-2 text-[13px] text-ink-faint">{note}</span>}
      </dt>
      <dd className={`m-0 text-right font-semibold tabular-nums ${isShort ? 'text-caution' : 'text-ink'}`}>
        {children}
      </dd>
    </div>
  )
}

interface SubmitProps {
  batch: Batch
  preview: Preview
  isOpen: boolean
  onClose: () => void
}

function SubmitDialog({ batch, preview, isOpen, onClose }: SubmitProps) {
  const t = useTranslations('grantBatches.preview')
  const client = useTRPCClient()
  const { run, failure, clear } = useBatchAction()
  const { memberCount: count, expectedFen, worstFen, needsConfirmation, contentHash } = preview

  async function submit() {
    const isDone = await run(async () => {
      const { state } = await client.grantBatches.submit.mutate({ id: batch.id, contentHash })
      return t(state === 'running' ? 'started' : 'submitted')
    })
    if (isDone) onClose()
  }
  const isChanged = failure?.details.some(({ code }) => code === 'contents_changed')
  return (
    <ConfirmAction
      isOpen={isOpen}
      title={t('confirmTitle', { reward: batch.reward.title, count })}
      consequences={[
        t('confirmWill.give', { count }),
        t('confirmWill.money', { expected: formatFen(expectedFen), worst: formatFen(worstFen) }),
        ...(needsConfirmation ? [t('confirmWill.second'), t('confirmWill.edit')] : []),
        t('confirmWill.back'),
      ]}
      confirmLabel={t(needsConfirmation ? 'submitWaiting' : 'submit')}
      failure={
        isChanged ? (
          <Alert className="mb-5!" type="warning" role="alert" showIcon title={t('changed')} />
        ) : (
          <FailureAlert failure={failure} />
        )
      }
      onConfirm={submit}
      onClose={() => {
        clear()
        onClose()
      }}
    />
  )
}
