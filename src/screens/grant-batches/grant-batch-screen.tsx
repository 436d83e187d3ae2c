'use client'

import { ArrowLeftOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageHeader } from '@/components/page-header'
import { FailureState, ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { type Batch, isLive } from './batch'
import { BatchActions } from './batch-actions'
import { BatchDecision } from './batch-decision'
import { BatchFacts } from './batch-facts'
import { BatchPreview } from './batch-preview'
import { BatchProgress } from './batch-progress'
import { BatchRows } from './batch-rows'
import { BatchStateTag } from './batch-tags'
import { ChooseMembers } from './choose-members'

/** How often a batch that is under way is looked at again. */
const LOOK_EVERY_MS = 1_000

/** What does this batch give to whom, and how far is it? */
export function GrantBatchScreen({ id }: { id: string }) {
  const t = useTranslations('grantBatches')
  const trpc = useTRPC()
  const canRead = useCan('grant.read')
  const batch = useQuery({
    ...trpc.grantBatches.get.queryOptions({ id }, { enabled: canRead }),
    refetchInterval: ({ state: { data } }) => (data && isLive(data) ? LOOK_EVERY_MS : false),
  })

  if (!canRead) return <ForbiddenState />
  const back = (
    <Link href="/grant-batches" prefetch={false} className="text-[13px] text-ink-soft hover:text-brand">
      <ArrowLeftOutlined aria-hidden="true" className="mr-1.5 text-xs" />
      {t('back')}
    </Link>
  )
  if (batch.data) return <BatchView batch={batch.data} back={back} />
  return (
    <>
      <div className="mb-2">{back}</div>
      {batch.error ? (
        <FailureState error={batch.error} onRetry={() => batch.refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </>
  )
}

function BatchView({ batch, back }: { batch: Batch; back: ReactNode }) {
  const t = useTranslations('grantBatches')
  const canGive = useCan('grant.give')
  const { name, state, submittedBy } = batch
  const isDraft = state === 'draft'
  return (
    <>
      <PageHeader
        back={back}
        title={
          <>
            {name}
            <BatchStateTag state={state} />
          </>
        }
        answer={t(`answers.${state}`, { name: submittedBy?.name ?? '' })}
        action={<BatchActions batch={batch} />}
      />
      <div
        className={`grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-4 max-lg:grid-cols-1 ${isDraft ? 'items-start' : ''}`}
      >
        <div className="grid min-w-0 gap-4">
          {isDraft && canGive && <ChooseMembers key={batch.id} batch={batch} />}
          {state === 'waiting' && <BatchDecision batch={batch} />}
          {!isDraft && state !== 'waiting' && <BatchProgress batch={batch} />}
        </div>
        <div className="grid min-w-0 gap-4">
          {isDraft && <BatchPreview batch={batch} />}
          <BatchFacts batch={batch} />
        </div>
      </div>
      <div className="mt-4">
        <BatchRows batch={batch} />
      </div>
    </>
  )
}
