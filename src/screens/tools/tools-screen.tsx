'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select, type TableColumnsType } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { PageHeader } from '@/components/page-header'
import { SearchBox } from '@/components/search-box'
import { CursorTable } from '@/src/client/cursor-table'
import { ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { type StaffOutput, useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { useUrlFilters } from '@/src/client/use-url-filters'
import { CampaignSelect } from '../campaigns/campaign-select'
import { CampaignStateTag } from '../campaigns/campaign-state-tag'
import { GiveChancesDialog } from '../chances/give-chances-dialog'
import { DrawsDrawer } from '../draws/draws-drawer'
import { ToolFormDrawer } from './tool-form-drawer'
import { ToolIcon } from './tool-icon'
import { ToolTypeCard } from './tool-type-card'
import { toolDefinitionOf, useToolTypes } from './tool-types'

type ToolRow = StaffOutput['tools']['list']['items'][number]

const FILTERS = ['search', 'campaign', 'type'] as const

/** What can members play, and where is it used? */
export function ToolsScreen() {
  const t = useTranslations('tools')
  const trpc = useTRPC()
  const canRead = useCan('tool.read')
  const canWrite = useCan('tool.write')
  const { toolTypes } = useToolTypes()
  const [form, setForm] = useState<{ type: string; toolId?: string; isOpen: boolean }>()
  const { filters, isFiltered, setFilter, clearFilters } = useUrlFilters(FILTERS)
  const input = {
    search: filters.search || undefined,
    campaignId: filters.campaign || undefined,
    type: filters.type || undefined,
  }
  const query = useInfiniteQuery(
    trpc.tools.list.infiniteQueryOptions(input, { ...byCursor, enabled: canRead }),
  )
  const list = useCursorList(query, JSON.stringify(input))
  const [draws, setDraws] = useState<{ tool: ToolRow; isOpen: boolean }>()
  const [gift, setGift] = useState<{ tool: ToolRow; isOpen: boolean }>()
  const columns = useColumns({
    onEdit: (tool) => setForm({ type: tool.type, toolId: tool.id, isOpen: true }),
    onDraws: (tool) => setDraws({ tool, isOpen: true }),
    onGive: (tool) => setGift({ tool, isOpen: true }),
  })

  if (!canRead) return <ForbiddenState />
  return (
    <>
      <PageHeader title={t('title')} answer={t('answer')} />
      {canWrite && (
        <section aria-labelledby="gallery" className="mb-8">
          <h2 id="gallery" className="mt-0 mb-3 text-[15px] font-semibold">
            {t('gallery')}
          </h2>
          <ul className="m-0 grid list-none grid-cols-[repeat(auto-fill,minmax(280px,1fr))] gap-3 p-0">
            {toolTypes.map((toolType) => (
              <li key={toolType.type}>
                <ToolTypeCard toolType={toolType} onPick={(type) => setForm({ type, isOpen: true })} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <CursorTable<ToolRow>
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
            <CampaignSelect
              className="w-52"
              aria-label={t('campaignFilter')}
              placeholder={t('allCampaigns')}
              value={filters.campaign || null}
              onChange={(value) => setFilter('campaign', value)}
            />
            <Select
              allowClear
              className="w-36"
              aria-label={t('typeFilter')}
              placeholder={t('allTypes')}
              value={filters.type || undefined}
              onChange={(value?: string) => setFilter('type', value)}
              options={toolTypes.map(({ type, name }) => ({ value: type, label: name }))}
            />
          </>
        }
        empty={<EmptyState picture="build" title={t('empty.title')} text={t('empty.text')} />}
      />
      {draws && <DrawsDrawer {...draws} onClose={() => setDraws({ ...draws, isOpen: false })} />}
      {gift && <GiveChancesDialog {...gift} onClose={() => setGift({ ...gift, isOpen: false })} />}
      {form && (
        <ToolFormDrawer
          open={form.isOpen}
          type={form.type}
          toolId={form.toolId}
          onDone={() => setForm({ ...form, isOpen: false })}
          onClose={() => setForm({ ...form, isOpen: false })}
        />
      )}
    </>
  )
}

function useColumns({
  onEdit,
  onDraws,
  onGive,
}: Record<'onEdit' | 'onDraws' | 'onGive', (tool: ToolRow) => void>): TableColumnsType<ToolRow> {
  const t = useTranslations('tools')
  const draws = useTranslations('draws')
  const chances = useTranslations('chances')
  const submissions = useTranslations('submissions')
  const { toolTypes, nameOf } = useToolTypes()
  const canWrite = useCan('tool.write')
  const canSeeDraws = useCan('grant.read')
  const canSeeSubmissions = useCan('submission.read')
  const columns: TableColumnsType<ToolRow> = [
    {
      key: 'name',
      title: t('columns.name'),
      render: (_, tool) => (
        <div className="flex items-center gap-3">
          <ToolIcon size={32} path={toolTypes.find(({ type }) => type === tool.type)?.icon} />
          <div className="min-w-0 leading-5">
            <span className="block max-w-64 truncate font-medium">{tool.name}</span>
            <span className="block text-[13px] text-ink-faint">{nameOf(tool.type)}</span>
          </div>
        </div>
      ),
    },
    {
      key: 'campaign',
      title: t('columns.campaign'),
      width: 260,
      render: (_, { campaign }) => (
        <span className="flex items-center gap-2">
          <Link
            href={`/campaigns/${campaign.id}`}
            prefetch={false}
            className="block max-w-40 truncate text-ink-soft hover:text-brand"
          >
            {campaign.name}
          </Link>
          <CampaignStateTag state={campaign.state} />
        </span>
      ),
    },
    {
      key: 'usedOn',
      title: t('columns.usedOn'),
      width: 240,
      render: (_, { usedOn }) => <UsedOn pages={usedOn} />,
    },
    {
      key: 'updated',
      title: t('columns.updated'),
      width: 170,
      render: (_, { updatedAt }) => <Instant at={updatedAt} className="text-ink-soft" />,
    },
  ]
  if (!canWrite && !canSeeDraws && !canSeeSubmissions) return columns
  return [
    ...columns,
    {
      key: 'actions',
      title: <span className="sr-only">{t('columns.actions')}</span>,
      width: 250,
      align: 'right',
      fixed: 'right',
      render: (_, tool) => (
        <span className="whitespace-nowrap">
          {canWrite && canSeeDraws && toolDefinitionOf(tool.type)?.hasChances && (
            <Button
              type="link"
              size="small"
              aria-label={chances('actionOf', { name: tool.name })}
              onClick={() => onGive(tool)}
            >
              {chances('action')}
            </Button>
          )}
          {canSeeDraws && toolDefinitionOf(tool.type)?.replay && (
            <Button
              type="link"
              size="small"
              aria-label={draws('actionOf', { name: tool.name })}
              onClick={() => onDraws(tool)}
            >
              {draws('action')}
            </Button>
          )}
          {canSeeSubmissions && toolDefinitionOf(tool.type)?.asks && (
            <Link
              href={`/tools/${tool.id}/submissions`}
              prefetch={false}
              aria-label={submissions('actionOf', { name: tool.name })}
              className="px-[7px] text-brand"
            >
              {submissions('action')}
            </Link>
          )}
          {canWrite && (
            <Button
              type="link"
              size="small"
              aria-label={t('editOf', { name: tool.name })}
              onClick={() => onEdit(tool)}
            >
              {t('edit')}
            </Button>
          )}
        </span>
      ),
    },
  ]
}

function UsedOn({ pages }: { pages: ToolRow['usedOn'] }) {
  const t = useTranslations('tools')
  const [first] = pages
  if (!first) return <span className="text-ink-faint">{t('notUsed')}</span>
  return (
    <span className="flex min-w-0 items-baseline gap-1.5 text-ink-soft">
      <span className="max-w-40 truncate">{first.title}</span>
      {pages.length > 1 && (
        <span className="text-[13px] whitespace-nowrap text-ink-faint">
          {t('morePages', { count: pages.length })}
        </span>
      )}
    </span>
  )
}
