'use client'

import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { FailureState } from '@/src/client/failure-state'
import { useTRPC } from '@/src/client/trpc'

/** Members of that name, to choose the one who asks. */
export function MemberFinder({ search, onChoose }: { search: string; onChoose: (memberId: string) => void }) {
  const t = useTranslations('decisions')
  const trpc = useTRPC()
  const found = useQuery(trpc.decisions.members.queryOptions({ search }, { enabled: search !== '' }))
  if (search === '') return <EmptyState picture="search" title={t('start.title')} text={t('start.text')} />
  if (found.error) return <FailureState error={found.error} onRetry={() => found.refetch()} />
  if (!found.data) return <Skeleton active className="p-5" paragraph={{ rows: 3 }} />
  if (found.data.length === 0)
    return <EmptyState picture="search" title={t('nobody.title')} text={t('nobody.text')} />
  return (
    <ul aria-label={t('found')} className="m-0 list-none divide-y divide-line p-0">
      {found.data.map(({ id, nickname, shopMemberId, createdAt }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => onChoose(id)}
            className="flex w-full cursor-pointer items-center gap-4 border-0 bg-white px-5 py-3 text-left hover:bg-plaster"
          >
            <Portrait nickname={nickname} />
            <span className="min-w-0 flex-1 leading-5">
              <span className="block truncate font-medium">{nickname}</span>
              <span className="block truncate text-[13px] text-ink-faint">
                {t('shopId')} {shopMemberId}
              </span>
            </span>
            <span className="text-[13px] text-ink-faint">
              {t('since')} <Instant at={createdAt} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A member without a picture: the first character of the name. */
export function Portrait({ nickname }: { nickname: string }) {
  return (
    <span
      aria-hidden="true"
      className="flex size-10 flex-none items-center justify-center rounded-full bg-brand-soft font-semibold text-brand-deep"
    >
      {[...nickname.trim()][0] ?? '·'}
    </span>
  )
}
