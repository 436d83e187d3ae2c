'use client'

import { MoreOutlined, PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Dropdown, type TableColumnsType } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DataTable } from '@/components/data-table'
import { EmptyState } from '@/components/empty-state'
import { Money } from '@/components/money'
import { PageHeader } from '@/components/page-header'
import { SearchBox } from '@/components/search-box'
import { StateTag } from '@/components/state-tag'
import { FailureState, ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { useUrlFilters } from '@/src/client/use-url-filters'
import { percentOfPpm } from './percent'
import type { Reward } from './reward'
import { RewardFormDrawer } from './reward-form-drawer'
import { StockCell } from './stock-cell'
import { ToggleRewardDialog } from './toggle-reward-dialog'
import { useCouponWords } from './use-coupon-words'

const FILTERS = ['search'] as const

interface RewardActions {
  edit: (reward: Reward) => void
  toggle: (reward: Reward) => void
}

/** What can members be given, and how much of it is left? */
export function RewardsScreen() {
  const t = useTranslations('rewards')
  const trpc = useTRPC()
  const canRead = useCan('reward.read')
  const canWrite = useCan('reward.write')
  const [form, setForm] = useState<{ reward?: Reward; isOpen: boolean }>({ isOpen: false })
  const [toggled, setToggled] = useState<{ reward: Reward; isOpen: boolean }>()
  const { filters, isFiltered, setFilter, clearFilters } = useUrlFilters(FILTERS)
  const input = { search: filters.search || undefined }
  const query = useInfiniteQuery(
    trpc.rewards.list.infiniteQueryOptions(input, { ...byCursor, enabled: canRead }),
  )
  const list = useCursorList(query, JSON.stringify(input))
  const columns = useColumns({
    edit: (reward) => setForm({ reward, isOpen: true }),
    toggle: (reward) => setToggled({ reward, isOpen: true }),
  })

  if (!canRead) return <ForbiddenState />
  const create = canWrite && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setForm({ isOpen: true })}>
      {t('create')}
    </Button>
  )
  const closeForm = () => setForm((now) => ({ ...now, isOpen: false }))
  return (
    <>
      <PageHeader title={t('title')} answer={t('answer')} action={create} />
      <DataTable<Reward>
        label={t('list')}
        columns={columns}
        rows={list.rows}
        failure={list.error && <FailureState error={list.error} onRetry={list.retry} />}
        isRefreshing={list.isRefreshing}
        isFiltered={isFiltered}
        onClearFilters={clearFilters}
        paging={list.paging}
        toolbar={
          <SearchBox
            label={t('search')}
            value={filters.search}
            onSearch={(value) => setFilter('search', value)}
          />
        }
        empty={<EmptyState picture="build" title={t('empty.title')} text={t('empty.text')} action={create} />}
      />
      <RewardFormDrawer isOpen={form.isOpen} reward={form.reward} onDone={closeForm} onClose={closeForm} />
      {toggled && (
        <ToggleRewardDialog
          reward={toggled.reward}
          isOpen={toggled.isOpen}
          onClose={() => setToggled({ ...toggled, isOpen: false })}
        />
      )}
    </>
  )
}

function useColumns({ edit, toggle }: RewardActions): TableColumnsType<Reward> {
  const t = useTranslations('rewards')
  const words = useCouponWords()
  const canWrite = useCan('reward.write')
  const columns: TableColumnsType<Reward> = [
    {
      key: 'title',
      title: t('columns.title'),
      render: (_, { title }) => <span className="block max-w-72 truncate font-medium">{title}</span>,
    },
    {
      key: 'face',
      title: t('columns.face'),
      width: 180,
      render: (_, { coupon }) => <span className="whitespace-nowrap">{words.face(coupon)}</span>,
    },
    {
      key: 'validity',
      title: t('columns.validity'),
      width: 200,
      render: (_, { coupon }) => (
        <span className="whitespace-nowrap text-ink-soft">{words.validity(coupon)}</span>
      ),
    },
    {
      key: 'stock',
      title: t('columns.stock'),
      width: 180,
      align: 'right',
      render: (_, { stock, taken }) => <StockCell stock={stock} taken={taken} />,
    },
    {
      key: 'reserved',
      title: t('columns.reserved'),
      width: 170,
      align: 'right',
      render: (_, { reservedFenEach, reservation }) => (
        <div className="leading-5">
          <Money fen={reservedFenEach} />
          <span className="block text-[13px] whitespace-nowrap text-ink-faint">
            {reservation.kind === 'full'
              ? t('full')
              : t('expected', { percent: percentOfPpm(reservation.ratePpm) })}
          </span>
        </div>
      ),
    },
    {
      key: 'state',
      title: t('columns.state'),
      width: 110,
      render: (_, { isEnabled, stock, taken }) =>
        !isEnabled ? (
          <StateTag tone="neutral">{t('states.disabled')}</StateTag>
        ) : taken >= stock ? (
          <StateTag tone="caution">{t('states.gone')}</StateTag>
        ) : (
          <StateTag tone="positive">{t('states.enabled')}</StateTag>
        ),
    },
  ]
  if (!canWrite) return columns
  return [
    ...columns,
    {
      key: 'actions',
      title: <span className="sr-only">{t('columns.actions')}</span>,
      width: 110,
      align: 'right',
      fixed: 'right',
      render: (_, reward) => (
        <div className="flex items-center justify-end gap-1">
          <Button
            type="link"
            size="small"
            aria-label={t('editOf', { title: reward.title })}
            onClick={() => edit(reward)}
          >
            {t('edit')}
          </Button>
          <Dropdown
            trigger={['click']}
            placement="bottomRight"
            menu={{
              items: [
                {
                  key: 'toggle',
                  danger: reward.isEnabled,
                  label: t(reward.isEnabled ? 'disable' : 'enable'),
                  onClick: () => toggle(reward),
                },
              ],
            }}
          >
            <Button
              type="text"
              size="small"
              icon={<MoreOutlined />}
              aria-label={t('moreOf', { title: reward.title })}
            />
          </Dropdown>
        </div>
      ),
    },
  ]
}
