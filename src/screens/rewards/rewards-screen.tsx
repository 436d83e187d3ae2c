'use client'

import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { SearchBox } from '@/components/search-box'
import { REWARD_KINDS } from '@/schemas/reward'
import { CursorTable } from '@/src/client/cursor-table'
import { ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { useUrlFilters } from '@/src/client/use-url-filters'
import { ImportCodesDrawer } from './import-codes-drawer'
import { PointsRuleDrawer } from './points-rule-drawer'
import type { Reward } from './reward'
import { RewardFormDrawer } from './reward-form-drawer'
import { RewardKindIcon } from './reward-kind-icon'
import { ToggleRewardDialog } from './toggle-reward-dialog'
import { useRewardColumns } from './use-reward-columns'

const FILTERS = ['search', 'kind'] as const

/** What can members be given, and how much of it is left? */
export function RewardsScreen() {
  const t = useTranslations('rewards')
  const trpc = useTRPC()
  const canRead = useCan('reward.read')
  const canWrite = useCan('reward.write')
  const [form, setForm] = useState<{ reward?: Reward; isOpen: boolean }>({ isOpen: false })
  const [toggled, setToggled] = useState<{ reward: Reward; isOpen: boolean }>()
  const [imported, setImported] = useState<{ reward: Pick<Reward, 'id' | 'title'>; isOpen: boolean }>()
  const [isPointsOpen, setPointsOpen] = useState(false)
  const { filters, isFiltered, setFilter, clearFilters } = useUrlFilters(FILTERS)
  const kind = REWARD_KINDS.find((each) => each === filters.kind)
  const input = { search: filters.search || undefined, kind }
  const query = useInfiniteQuery(
    trpc.rewards.list.infiniteQueryOptions(input, { ...byCursor, enabled: canRead }),
  )
  const list = useCursorList(query, JSON.stringify(input))
  const columns = useRewardColumns({
    edit: (reward) => setForm({ reward, isOpen: true }),
    toggle: (reward) => setToggled({ reward, isOpen: true }),
    importCodes: (reward) => setImported({ reward, isOpen: true }),
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
      <PageHeader
        title={t('title')}
        answer={t('answer')}
        action={create}
        extra={canWrite && <Button onClick={() => setPointsOpen(true)}>{t('pointsRule.open')}</Button>}
      />
      {canWrite && <PointsRuleDrawer isOpen={isPointsOpen} onClose={() => setPointsOpen(false)} />}
      <CursorTable<Reward>
        label={t('list')}
        columns={columns}
        list={list}
        isFiltered={isFiltered}
        onClearFilters={clearFilters}
        toolbar={
          <>
            <SearchBox
              label={t('search')}
              value={filters.search}
              onSearch={(value) => setFilter('search', value)}
            />
            <Select
              allowClear
              className="w-40"
              aria-label={t('kindFilter')}
              placeholder={t('allKinds')}
              value={kind}
              onChange={(value: string | undefined) => setFilter('kind', value)}
              options={REWARD_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
              optionRender={({ value, label }) => (
                <span className="flex items-center gap-2">
                  <RewardKindIcon kind={value as Reward['kind']} className="size-5 text-xs" />
                  {label}
                </span>
              )}
            />
          </>
        }
        empty={<EmptyState picture="build" title={t('empty.title')} text={t('empty.text')} action={create} />}
      />
      <RewardFormDrawer
        isOpen={form.isOpen}
        reward={form.reward}
        onClose={closeForm}
        onDone={(id, made) => {
          closeForm()
          // Without codes it gives nothing: they are asked for at once.
          if (made?.terms.kind === 'partner_voucher') {
            setImported({ reward: { id, title: made.title }, isOpen: true })
          }
        }}
      />
      {imported && (
        <ImportCodesDrawer
          reward={imported.reward}
          isOpen={imported.isOpen}
          onClose={() => setImported({ ...imported, isOpen: false })}
        />
      )}
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
