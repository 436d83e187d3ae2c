'use client'

import { Alert, Button, Progress } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Panel } from '@/components/panel'
import { type Batch, number, type RowOutcome } from './batch'

/** What is told first, and what only when there is any. */
const ALWAYS: readonly RowOutcome[] = ['granted', 'waiting', 'refused']
const RARE: readonly RowOutcome[] = ['failed', 'cancelled', 'taking_back', 'taken_back', 'not_taken_back']
const BAD: readonly RowOutcome[] = ['failed', 'not_taken_back']

/** How far a batch is, and why it stopped where it did. */
export function BatchProgress({ batch }: { batch: Batch }) {
  const t = useTranslations('grantBatches')
  const { counts, memberCount, state, decisionReason } = batch
  const done = memberCount - counts.waiting
  const percent = memberCount === 0 ? 0 : Math.floor((done / memberCount) * 100)
  const shown = [...ALWAYS, ...RARE.filter((outcome) => counts[outcome] > 0)]
  return (
    <Panel title={t('progress.label')}>
      <StoppedBy batch={batch} />
      {decisionReason && (
        <Alert
          className="mb-4!"
          type="error"
          showIcon
          title={t('decide.decidedReason', { reason: decisionReason })}
        />
      )}
      <p className="m-0 text-ink-soft" role="status">
        {t('progress.done', { done: number(done), total: number(memberCount) })}
      </p>
      <Progress
        percent={percent}
        status={state === 'running' ? 'active' : 'normal'}
        strokeColor="var(--color-brand)"
        aria-label={t('progress.label')}
      />
      <dl className="mt-3 mb-0 grid grid-cols-[repeat(auto-fit,minmax(112px,1fr))] gap-3">
        {shown.map((outcome) => (
          <div key={outcome} className="rounded-md bg-plaster px-4 py-2.5">
            <dt className="text-[13px] whitespace-nowrap text-ink-faint">{t(`progress.${outcome}`)}</dt>
            <dd
              className={`m-0 text-xl leading-8 font-semibold tabular-nums ${
                BAD.includes(outcome) ? 'text-negative' : 'text-ink'
              }`}
            >
              {number(counts[outcome])}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

const STOPS = ['not_started', 'suspended', 'ended', 'budget_exhausted', 'sold_out', 'not_eligible'] as const
type Stop = (typeof STOPS)[number]

function StoppedBy({ batch: { state, stoppedBy, campaign } }: { batch: Batch }) {
  const t = useTranslations('grantBatches.stoppedBy')
  const stop: Stop | undefined = STOPS.find((known) => known === stoppedBy)
  if (state !== 'paused' || !stop) return null
  const isReward = stop === 'sold_out' || stop === 'not_eligible'
  const name = isReward ? 'rewards' : stop === 'budget_exhausted' ? 'topUp' : 'campaign'
  return (
    <Alert
      className="mb-4!"
      type="warning"
      showIcon
      title={t('title')}
      description={t(stop)}
      action={
        <Link href={isReward ? '/rewards' : `/campaigns/${campaign.id}`} prefetch={false}>
          <Button size="small">{t(name)}</Button>
        </Link>
      }
    />
  )
}
