'use client'

import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Instant } from '@/components/instant'
import { PageHeader } from '@/components/page-header'
import { SearchBox } from '@/components/search-box'
import { FailureState, ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { type StaffOutput, useTRPC } from '@/src/client/trpc'
import { useUrlFilters } from '@/src/client/use-url-filters'
import { CampaignSelect } from '../campaigns/campaign-select'
import { GotList } from './got-list'
import { MemberFinder, Portrait } from './member-finder'
import { RefusalList } from './refusal-list'
import { RefusalView } from './refusal-view'

const FILTERS = ['search', 'member', 'day', 'campaign'] as const

/** Why did this member get nothing? */
export function DecisionsScreen() {
  const t = useTranslations('decisions')
  const trpc = useTRPC()
  const canRead = useCan('grant.read')
  const { filters, setFilter } = useUrlFilters(FILTERS)
  const { member: memberId, day, campaign: campaignId, search } = filters
  const looked = useQuery(
    trpc.decisions.lookUp.queryOptions(
      { memberId, day: day || undefined, campaignId: campaignId || undefined },
      { enabled: canRead && memberId !== '' },
    ),
  )
  if (!canRead) return <ForbiddenState />
  if (!memberId)
    return (
      <>
        <PageHeader title={t('title')} answer={t('answer')} />
        <div className="mb-4">
          <SearchBox label={t('search')} value={search} onSearch={(value) => setFilter('search', value)} />
        </div>
        <div className="overflow-hidden rounded-lg border border-line bg-white">
          <MemberFinder search={search} onChoose={(id) => setFilter('member', id)} />
        </div>
      </>
    )
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={t('answer')}
        action={<Button onClick={() => setFilter('member', undefined)}>{t('change')}</Button>}
      />
      <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        {looked.data && <Who member={looked.data.member} />}
        <div className="ml-auto flex flex-wrap gap-2">
          <DatePicker
            aria-label={t('day')}
            placeholder={t('anyDay')}
            value={day ? dayjs(day) : null}
            onChange={(picked) => setFilter('day', picked?.format('YYYY-MM-DD'))}
          />
          <CampaignSelect
            className="w-52"
            aria-label={t('campaignFilter')}
            placeholder={t('allCampaigns')}
            value={campaignId || null}
            onChange={(value) => setFilter('campaign', value)}
          />
        </div>
      </div>
      {looked.error ? (
        <FailureState error={looked.error} onRetry={() => looked.refetch()} />
      ) : looked.data ? (
        <Looked key={`${memberId} ${day} ${campaignId}`} looked={looked.data} />
      ) : (
        <Skeleton active paragraph={{ rows: 10 }} />
      )}
    </>
  )
}

function Who({ member }: { member: StaffOutput['decisions']['lookUp']['member'] }) {
  const t = useTranslations('decisions')
  return (
    <div className="flex items-center gap-3">
      <Portrait nickname={member.nickname} />
      <div className="leading-5">
        <p className="m-0 text-base font-semibold">{member.nickname}</p>
        <p className="m-0 text-[13px] text-ink-faint">
          {t('shopId')} <span className="select-all">{member.shopMemberId}</span> · {t('since')}{' '}
          <Instant at={member.createdAt} />
        </p>
      </div>
    </div>
  )
}

function Looked({ looked }: { looked: StaffOutput['decisions']['lookUp'] }) {
  const [chosenId, setChosenId] = useState<string>()
  const { member, refusals, grants, members } = looked
  const chosen = refusals.find(({ id }) => id === chosenId) ?? refusals[0]
  return (
    <div className="grid grid-cols-[minmax(300px,2fr)_3fr] items-start gap-4 max-lg:grid-cols-1">
      <div className="grid gap-4">
        <RefusalList refusals={refusals} chosenId={chosen?.id} onChoose={setChosenId} />
        <GotList memberId={member.id} grants={grants} />
      </div>
      {chosen && (
        <div className="sticky top-4 max-lg:static">
          <RefusalView key={chosen.id} refusal={chosen} nicknames={members} />
        </div>
      )}
    </div>
  )
}
