'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { SearchBox } from '@/components/search-box'
import { SHIPPING_STAGES, type ShippingStage } from '@/schemas/shipping'
import { CursorTable } from '@/src/client/cursor-table'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { useUrlFilters } from '@/src/client/use-url-filters'
import { CampaignSelect } from '../campaigns/campaign-select'
import { RewardSelect } from '../rewards/reward-select'
import type { PrizeRow } from './prize'
import { PutBackDialog } from './put-back-dialog'
import { ReturnDialog } from './return-dialog'
import { TrackingDialog } from './tracking-dialog'
import { type PrizeAction, usePrizeColumns } from './use-prize-columns'
import { useRemind } from './use-remind'

const FILTERS = ['search', 'stage', 'campaign', 'reward'] as const

interface Asked {
  prizes: PrizeRow[]
  what: Exclude<PrizeAction, 'remind'>
  isOpen: boolean
}

/** What can be done with several prizes of a stage at once. */
const TOGETHER: Partial<Record<ShippingStage, 'remind' | 'putBack'>> = {
  no_address: 'remind',
  exported: 'putBack',
  returned: 'putBack',
}

/** Physical prizes from the newest, and what there is to do with each. */
export function PrizesList() {
  const t = useTranslations('shipping')
  const trpc = useTRPC()
  const canWrite = useCan('shipping.write')
  const { filters, isFiltered, setFilter, clearFilters } = useUrlFilters(FILTERS)
  const [asked, ask] = useState<Asked>()
  const [chosen, choose] = useState<string[]>([])
  const { remind, isReminding } = useRemind()
  const stage = SHIPPING_STAGES.find((each) => each === filters.stage)
  const together = canWrite ? stage && TOGETHER[stage] : undefined
  const input = {
    search: filters.search || undefined,
    stage,
    campaignId: filters.campaign || undefined,
    rewardId: filters.reward || undefined,
  }
  const query = useInfiniteQuery(trpc.shipping.list.infiniteQueryOptions(input, byCursor))
  const list = useCursorList(query, JSON.stringify(input))
  // What is chosen is what is seen.
  const prizes = (list.rows ?? []).filter(({ id }) => chosen.includes(id))

  const act = (acted: PrizeRow[], what: PrizeAction) => {
    if (what === 'remind') void remind(acted).then(() => choose([]))
    else ask({ prizes: acted, what, isOpen: true })
  }
  const close = () => {
    choose([])
    if (asked) ask({ ...asked, isOpen: false })
  }
  const columns = usePrizeColumns((prize, what) => act([prize], what))
  const [first] = asked?.prizes ?? []
  return (
    <>
      <CursorTable<PrizeRow>
        label={t('prizes')}
        columns={columns}
        list={list}
        isFiltered={isFiltered}
        onClearFilters={clearFilters}
        {...(together && {
          selection: {
            chosen: prizes.map(({ id }) => id),
            onChange: choose,
            isChoosable: (prize: PrizeRow) => prize.stage === stage,
            labelOf: ({ reward, member }: PrizeRow) => `${reward.title} ${member.nickname}`,
          },
        })}
        toolbar={
          <>
            <SearchBox
              label={t('search')}
              value={filters.search}
              onSearch={(value) => setFilter('search', value)}
            />
            <CampaignSelect
              className="w-48"
              aria-label={t('columns.campaign')}
              placeholder={t('allCampaigns')}
              value={filters.campaign || null}
              onChange={(value) => setFilter('campaign', value)}
            />
            <RewardSelect
              isFilter
              className="w-48"
              label={t('allPrizes')}
              value={filters.reward || undefined}
              onChange={(value) => setFilter('reward', value)}
            />
            <Select
              allowClear
              className="w-36"
              aria-label={t('columns.state')}
              placeholder={t('allStages')}
              value={stage ?? null}
              onChange={(value: ShippingStage | undefined) => setFilter('stage', value)}
              options={SHIPPING_STAGES.map((value) => ({ value, label: t(`stages.${value}`) }))}
            />
            {together && (
              <Button
                className="ml-auto"
                disabled={prizes.length === 0}
                loading={isReminding}
                onClick={() => act(prizes, together)}
              >
                {t(`${together}.some`, { count: prizes.length })}
              </Button>
            )}
          </>
        }
        empty={<EmptyState picture="calm" title={t('empty.title')} text={t('empty.text')} />}
      />
      {asked && first && (
        <>
          <TrackingDialog prize={first} isOpen={asked.isOpen && asked.what === 'track'} onClose={close} />
          <ReturnDialog prize={first} isOpen={asked.isOpen && asked.what === 'returned'} onClose={close} />
          <PutBackDialog
            prizes={asked.prizes}
            isOpen={asked.isOpen && asked.what === 'putBack'}
            onClose={close}
          />
        </>
      )}
    </>
  )
}
