'use client'

import { DownloadOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, type TableColumnsType } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { Money } from '@/components/money'
import { PageHeader } from '@/components/page-header'
import { SearchBox } from '@/components/search-box'
import { CursorTable } from '@/src/client/cursor-table'
import { ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { useUrlFilters } from '@/src/client/use-url-filters'
import { CampaignSelect } from '../campaigns/campaign-select'
import { RewardKindIcon } from '../rewards/reward-kind-icon'
import { RewardSelect } from '../rewards/reward-select'
import { GrantDrawer } from './grant-drawer'
import type { GrantRow } from './grant-row'
import { GrantStateTag } from './grant-state-tag'
import { TaxExport } from './tax-export'
import { useGivenWords } from './use-given-words'
import { useGrantExport } from './use-grant-export'

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
  const [shown, setShown] = useState<{ grant: GrantRow; isOpen: boolean }>()
  const columns = useColumns({
    showMember: (memberId) => setFilter('member', memberId),
    showGrant: (grant) => setShown({ grant, isOpen: true }),
  })

  if (!canRead) return <ForbiddenState />
  const isExporting = exportedSoFar !== undefined
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={t('answer')}
        extra={
          <>
            <Link href={whyLink(filters.member)} prefetch={false}>
              <Button icon={<QuestionCircleOutlined />}>{t('why')}</Button>
            </Link>
            <TaxExport />
          </>
        }
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
      <CursorTable<GrantRow>
        label={t('list')}
        columns={columns}
        list={list}
        isFiltered={isFiltered}
        onClearFilters={clearFilters}
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
      {shown && (
        <GrantDrawer
          grant={shown.grant}
          isOpen={shown.isOpen}
          onClose={() => setShown({ ...shown, isOpen: false })}
        />
      )}
    </>
  )
}

/** Where to see why the member looked for got nothing. */
function whyLink(member: string): string {
  if (!member) return '/decisions'
  return `/decisions?${member.startsWith('mbr_') ? 'member' : 'search'}=${encodeURIComponent(member)}`
}

interface GrantActions {
  showMember: (memberId: string) => void
  showGrant: (grant: GrantRow) => void
}

function useColumns({ showMember, showGrant }: GrantActions): TableColumnsType<GrantRow> {
  const t = useTranslations('grants')
  const say = useGivenWords()
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
          onClick={() => showMember(member.id)}
        >
          <span className="truncate">{member.nickname}</span>
        </Button>
      ),
    },
    {
      key: 'reward',
      title: t('columns.reward'),
      render: (_, { reward, given }) => (
        <div className="flex items-center gap-3">
          <RewardKindIcon kind={given.kind} />
          <div className="min-w-0 leading-5">
            <span className="block max-w-56 truncate font-medium">{reward.title}</span>
            <span className="block max-w-56 truncate text-[13px] text-ink-soft">{say(given)}</span>
          </div>
        </div>
      ),
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
      render: (_, { expiresAt }) =>
        expiresAt ? (
          <Instant at={expiresAt} className="text-ink-soft" />
        ) : (
          <span className="text-ink-faint">{t('forEver')}</span>
        ),
    },
    {
      key: 'actions',
      title: <span className="sr-only">{t('columns.actions')}</span>,
      width: 80,
      align: 'right',
      fixed: 'right',
      render: (_, row) => (
        <Button
          type="link"
          size="small"
          aria-label={t('showOf', { reward: row.reward.title, member: row.member.nickname })}
          onClick={() => showGrant(row)}
        >
          {t('show')}
        </Button>
      ),
    },
  ]
}
