'use client'

import { DownloadOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, type TableColumnsType } from 'antd'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/data-table'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { Money } from '@/components/money'
import { PageHeader } from '@/components/page-header'
import { SearchBox } from '@/components/search-box'
import { FailureState, ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { type StaffOutput, useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { useUrlFilters } from '@/src/client/use-url-filters'
import { CampaignSelect } from '../campaigns/campaign-select'
import { RewardSelect } from '../rewards/reward-select'
import { GrantStateTag } from './grant-state-tag'
import { useGrantExport } from './use-grant-export'

type GrantRow = StaffOutput['grants']['list']['items'][number]

const FILTERS = ['member', 'campaign', 'reward'] as const

/** Who was given what, and when? */
export function GrantsScreen() {
  const t = useTranslations('grants')
  const trpc = useTRPC()
  const canRead = useCan('grant.read')
  const { exportGrants, exportedSoFar } = useGrantExport()
  const { filters, isFiltered, setFilter, clearFilters } = useUrlFilters(FILTERS)
  const input = {
    member: filters.member || undefined,
    campaignId: filters.campaign || undefined,
    rewardId: filters.reward || undefined,
  }
  const query = useInfiniteQuery(
    trpc.grants.list.infiniteQueryOptions(input, { ...byCursor, enabled: canRead }),
  )
  const list = useCursorList(query, JSON.stringify(input))
  const columns = useColumns((memberId) => setFilter('member', memberId))

  if (!canRead) return <ForbiddenState />
  const isExporting = exportedSoFar !== undefined
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={t('answer')}
        action={
          <Button
            icon={<DownloadOutlined />}
            loading={isExporting}
            disabled={!list.rows?.length}
            onClick={() => exportGrants(input)}
          >
            {isExporting ? t('exporting', { count: exportedSoFar }) : t('export')}
          </Button>
        }
      />
      <DataTable<GrantRow>
        label={t('list')}
        columns={columns}
        rows={list.rows}
        failure={list.error && <FailureState error={list.error} onRetry={list.retry} />}
        isRefreshing={list.isRefreshing}
        isFiltered={isFiltered}
        onClearFilters={clearFilters}
        paging={list.paging}
        toolbar={
          <>
            <SearchBox
              label={t('search')}
              value={filters.member}
              onSearch={(value) => setFilter('member', value)}
            />
            <CampaignSelect
              className="w-52"
              aria-label={t('campaignFilter')}
              placeholder={t('allCampaigns')}
              value={filters.campaign || null}
              onChange={(value) => setFilter('campaign', value)}
            />
            <RewardSelect
              isFilter
              className="w-52"
              label={t('rewardFilter')}
              value={filters.reward}
              onChange={(value) => setFilter('reward', value)}
            />
          </>
        }
        empty={<EmptyState picture="calm" title={t('empty.title')} text={t('empty.text')} />}
      />
    </>
  )
}

function useColumns(onMember: (memberId: string) => void): TableColumnsType<GrantRow> {
  const t = useTranslations('grants')
  return [
    {
      key: 'grantedAt',
      title: t('columns.grantedAt'),
      width: 160,
      render: (_, { grantedAt }) => <Instant at={grantedAt} />,
    },
    {
      key: 'member',
      title: t('columns.member'),
      width: 150,
      render: (_, { member }) => (
        <Button
          type="link"
          size="small"
          className="max-w-36 p-0!"
          title={member.id}
          onClick={() => onMember(member.id)}
        >
          <span className="truncate">{member.nickname}</span>
        </Button>
      ),
    },
    {
      key: 'reward',
      title: t('columns.reward'),
      render: (_, { reward }) => <span className="block max-w-56 truncate font-medium">{reward.title}</span>,
    },
    {
      key: 'campaign',
      title: t('columns.campaign'),
      render: (_, { campaign, tool }) => (
        <div className="leading-5">
          <span className="block max-w-48 truncate">{campaign.name}</span>
          <span className="block max-w-48 truncate text-[13px] text-ink-faint">{tool.name}</span>
        </div>
      ),
    },
    {
      key: 'state',
      title: t('columns.state'),
      width: 110,
      render: (_, { state }) => <GrantStateTag state={state} />,
    },
    {
      key: 'reserved',
      title: t('columns.reserved'),
      width: 120,
      align: 'right',
      render: (_, { reservedFen }) => <Money fen={reservedFen} />,
    },
    {
      key: 'expiresAt',
      title: t('columns.expiresAt'),
      width: 160,
      render: (_, { expiresAt }) => <Instant at={expiresAt} className="text-ink-soft" />,
    },
  ]
}
