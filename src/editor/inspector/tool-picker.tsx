'use client'

import { PlusOutlined } from '@ant-design/icons'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Modal, Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { SearchBox } from '@/components/search-box'
import { FailureState } from '@/src/client/failure-state'
import { type StaffOutput, useTRPC } from '@/src/client/trpc'
import { byCursor } from '@/src/client/use-cursor-list'
import { useWords } from '../words'
import { CampaignState } from './campaign-state'

interface ToolPickerProps {
  isOpen: boolean
  /** The widget's type: only tools of its kind can be bound. */
  type: string
  boundId: string | undefined
  onPick: (toolId: string) => void
  /** Absent for staff who may not make tools. */
  onCreate: (() => void) | undefined
  onClose: () => void
}

const PAGE_SIZE = 20

/** The tools of one kind, with their campaigns, to choose from. */
export function ToolPicker({ isOpen, type, boundId, onPick, onCreate, onClose }: ToolPickerProps) {
  const trpc = useTRPC()
  const t = useTranslations('editor.tool')
  const { toolName } = useWords()
  const [search, setSearch] = useState('')
  const name = toolName(type)
  const list = useInfiniteQuery(
    trpc.tools.list.infiniteQueryOptions(
      { type, search: search || undefined, limit: PAGE_SIZE },
      // While a search is under way the tools stay: they must not blink under a finger.
      { ...byCursor, enabled: isOpen, placeholderData: keepPreviousData },
    ),
  )
  const tools = list.data?.pages.flatMap((page) => page.items)

  return (
    <Modal
      open={isOpen}
      title={t('pickerTitle', { name })}
      width={560}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      <div className="mt-4 mb-3 flex items-center justify-between gap-3">
        <SearchBox label={t('search')} value={search} onSearch={setSearch} />
        {onCreate && (
          <Button icon={<PlusOutlined />} onClick={onCreate}>
            {t('create')}
          </Button>
        )}
      </div>
      <div className="-mx-2 max-h-[420px] min-h-40 overflow-y-auto px-2">
        {list.error && !tools ? (
          <FailureState error={list.error} onRetry={() => list.refetch()} />
        ) : !tools ? (
          <Skeleton active title={false} paragraph={{ rows: 6 }} />
        ) : tools.length === 0 ? (
          <EmptyState
            isCompact
            picture={search ? 'search' : 'build'}
            title={search ? t('noMatch', { name, search }) : t('empty', { name })}
            text={search ? undefined : t('emptyText')}
          />
        ) : (
          <ul className="m-0 flex list-none flex-col gap-2 p-0 py-0.5">
            {tools.map((tool) => (
              <li key={tool.id}>
                <ToolOption tool={tool} isBound={tool.id === boundId} onPick={() => onPick(tool.id)} />
              </li>
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <Button
            block
            type="text"
            className="mt-2"
            loading={list.isFetchingNextPage}
            onClick={() => list.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
      </div>
    </Modal>
  )
}

type Tool = StaffOutput['tools']['list']['items'][number]

function ToolOption({ tool, isBound, onPick }: { tool: Tool; isBound: boolean; onPick: () => void }) {
  const t = useTranslations('editor.tool')
  return (
    <div
      className={`relative flex items-center gap-3 rounded-lg border border-solid px-4 py-3 ${
        isBound ? 'border-brand bg-brand-soft' : 'border-line bg-white hover:border-brand hover:bg-brand-soft'
      }`}
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium text-ink">{tool.name}</span>
        <span className="mt-0.5 block truncate text-[13px] text-ink-faint">
          {tool.campaign.name}
          <span className="mx-1.5 text-[#b9bfb9]">·</span>
          {tool.usedOn.length > 0 ? t('usedOn', { count: tool.usedOn.length }) : t('unused')}
        </span>
      </span>
      {isBound && <span className="shrink-0 text-[13px] text-brand">{t('inUse')}</span>}
      <CampaignState state={tool.campaign.state} />
      <button
        type="button"
        disabled={isBound}
        aria-label={t('use', { name: tool.name })}
        onClick={onPick}
        className="absolute inset-0 cursor-pointer rounded-lg border-0 bg-transparent disabled:cursor-default"
      />
    </div>
  )
}
