'use client'

import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { Panel } from '@/components/panel'
import { SearchBox } from '@/components/search-box'
import { FailureState } from '@/src/client/failure-state'
import { type StaffOutput, useTRPC } from '@/src/client/trpc'

type OrderRefusal = StaffOutput['orders']['refusals'][number]

/** What orders tried that nobody does by mistake: the latest, or those that are searched for. */
export function OrderRefusals() {
  const t = useTranslations('risk.refusals')
  const trpc = useTRPC()
  const [search, setSearch] = useState('')
  const found = useQuery(
    trpc.orders.refusals.queryOptions({ search: search || undefined }, { placeholderData: (last) => last }),
  )
  const rows = found.data
  return (
    <Panel title={t('title')}>
      <p className="mt-0 mb-3 text-[13px] text-ink-soft">{t('text')}</p>
      {((rows && rows.length > 0) || search) && (
        <SearchBox label={t('search')} value={search} onSearch={setSearch} />
      )}
      {found.error && !rows ? (
        <FailureState error={found.error} onRetry={() => found.refetch()} />
      ) : !rows ? (
        <Skeleton active title={false} paragraph={{ rows: 3 }} />
      ) : rows.length === 0 ? (
        <EmptyState isCompact picture="calm" title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <ul
          aria-label={t('list')}
          className="mt-2 mb-0 max-h-96 list-none divide-y divide-line overflow-y-auto p-0"
        >
          {rows.map((refusal) => (
            <RefusalRow key={refusal.id} refusal={refusal} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function RefusalRow({ refusal }: { refusal: OrderRefusal }) {
  const t = useTranslations('risk.refusals')
  const { member, orderRef, coupon, times, lastAt } = refusal
  const why = useWhy(refusal)
  return (
    <li className="py-2.5 leading-5">
      <div className="flex items-baseline gap-3">
        <Link
          href={`/decisions?member=${member.id}`}
          prefetch={false}
          className="max-w-32 truncate font-medium"
        >
          {member.nickname}
        </Link>
        <span className="min-w-0 flex-1 truncate text-ink-soft">
          {coupon.title} · <span className="font-mono text-[13px]">{orderRef}</span>
        </span>
        <Instant at={lastAt} className="text-[13px] whitespace-nowrap text-ink-faint" />
      </div>
      <p className="mt-0.5 mb-0 text-[13px] text-ink-soft">
        {why}
        {times > 1 && <span className="ml-2 text-ink-faint">{t('times', { times })}</span>}
      </p>
    </li>
  )
}

function useWhy({ split, owner }: OrderRefusal): string {
  const t = useTranslations('risk.refusals')
  const parties = useTranslations('risk.split.parties')
  if (!split) return t('notOwn', { owner: owner?.nickname ?? t('somebody') })
  const { party, minutes, otherOrder: order } = split
  return t('split', { party: parties(party), minutes, order })
}
