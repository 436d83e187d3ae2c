'use client'

import { ExclamationCircleFilled, FileTextFilled, PauseCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/empty-state'
import { useFormatInstant } from '@/components/instant'
import { formatFen } from '@/components/money'
import { Panel } from '@/components/panel'
import { useCan } from '@/src/client/session'
import type { Task } from './tasks'

interface AttentionProps {
  tasks: Task[]
  onTopUp: (campaign: { id: string; name: string; availableFen: number }) => void
}

/** What waits for somebody, each with the way to deal with it one tap away. */
export function Attention({ tasks, onTopUp }: AttentionProps) {
  const t = useTranslations('overview')
  return (
    <Panel title={t('attention')} isFlush>
      {tasks.length === 0 ? (
        <EmptyState isCompact picture="calm" title={t('calm.title')} text={t('calm.text')} />
      ) : (
        <ul className="m-0 list-none divide-y divide-line p-0">
          {tasks.map((task) => (
            <li key={task.kind === 'low' ? task.campaignId : task.kind}>
              <TaskRow task={task} onTopUp={onTopUp} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function TaskRow({ task, onTopUp }: { task: Task; onTopUp: AttentionProps['onTopUp'] }) {
  const t = useTranslations('overview')
  const canTopUp = useCan('budget.write')
  const formatInstant = useFormatInstant()
  if (task.kind === 'books') {
    return (
      <Row
        icon={<ExclamationCircleFilled className="text-[#c23b2e]" />}
        title={t('books', { count: task.differenceCount })}
        text={t('booksText', { time: formatInstant(task.ranAt) })}
        action={
          <Link href="/reconciliation" prefetch={false}>
            {t('view')}
          </Link>
        }
      />
    )
  }
  if (task.kind !== 'low') {
    const isSuspended = task.kind === 'suspended'
    return (
      <Row
        icon={
          isSuspended ? (
            <PauseCircleFilled className="text-[#d08b1b]" />
          ) : (
            <FileTextFilled className="text-[#9aa19d]" />
          )
        }
        title={t(task.kind, { count: task.count })}
        text={t(isSuspended ? 'suspendedText' : 'draftText')}
        action={
          <Link href={`/campaigns?state=${task.kind}`} prefetch={false}>
            {t('view')}
          </Link>
        }
      />
    )
  }
  const { campaignId, name, availableFen, totalFen } = task
  const isEmpty = availableFen === 0
  return (
    <Row
      icon={<ExclamationCircleFilled className={isEmpty ? 'text-[#c23b2e]' : 'text-[#d08b1b]'} />}
      title={isEmpty ? t('empty', { name }) : t('low', { name, available: formatFen(availableFen) })}
      text={
        isEmpty
          ? t('emptyText')
          : t('lowText', {
              total: formatFen(totalFen),
              percent: ((100 * availableFen) / totalFen).toFixed(1),
            })
      }
      action={
        canTopUp ? (
          <Button size="small" onClick={() => onTopUp({ id: campaignId, name, availableFen })}>
            {t('topUp')}
          </Button>
        ) : (
          <Link href={`/campaigns/${campaignId}`} prefetch={false}>
            {t('view')}
          </Link>
        )
      }
    />
  )
}

function Row(props: { icon: ReactNode; title: string; text: string; action: ReactNode }) {
  const { icon, title, text, action } = props
  return (
    <div className="flex items-start gap-3 px-5 py-3.5">
      <span aria-hidden="true" className="pt-px text-base leading-[22px]">
        {icon}
      </span>
      <div className="min-w-0 flex-1">
        <p className="m-0 font-medium text-ink">{title}</p>
        <p className="mt-0.5 mb-0 text-[13px] text-ink-faint">{text}</p>
      </div>
      <div className="shrink-0 whitespace-nowrap">{action}</div>
    </div>
  )
}
