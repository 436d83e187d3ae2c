'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { Button, Drawer, Table, type TableColumnsType } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { SearchBox } from '@/components/search-box'
import { FailureState } from '@/src/client/failure-state'
import { type StaffOutput, useTRPC } from '@/src/client/trpc'
import { DrawVerdict } from './draw-verdict'

type DrawRow = StaffOutput['draws']['list'][number]

interface DrawsDrawerProps {
  tool: { id: string; name: string }
  isOpen: boolean
  onClose: () => void
}

/** The latest draws of a tool, each of which can be made again on the spot. */
export function DrawsDrawer({ tool, isOpen, onClose }: DrawsDrawerProps) {
  const t = useTranslations('draws')
  const trpc = useTRPC()
  const [member, setMember] = useState('')
  const draws = useQuery(
    trpc.draws.list.queryOptions(
      isOpen ? { toolId: tool.id, member: member.trim() || undefined } : skipToken,
      { staleTime: 0 },
    ),
  )
  const columns = useColumns()
  return (
    <Drawer
      open={isOpen}
      size={840}
      title={`${t('title')} · ${tool.name}`}
      onClose={onClose}
      destroyOnHidden
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <p className="mt-0 mb-4 text-[13px] leading-5 text-ink-faint">{t('answer')}</p>
      <div className="mb-3">
        <SearchBox label={t('member')} value={member} onSearch={setMember} />
      </div>
      {draws.error ? (
        <FailureState error={draws.error} onRetry={() => draws.refetch()} />
      ) : (
        <div className="overflow-x-auto rounded-lg border border-line">
          <Table<DrawRow>
            size="middle"
            rowKey={({ member: { id }, key }) => `${id} ${key}`}
            columns={columns}
            dataSource={draws.data}
            loading={draws.isPending}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{
              emptyText: draws.isPending ? (
                <span />
              ) : (
                <EmptyState isCompact picture="search" title={t('empty.title')} text={t('empty.text')} />
              ),
            }}
          />
        </div>
      )}
    </Drawer>
  )
}

function useColumns(): TableColumnsType<DrawRow> {
  const t = useTranslations('draws')
  return [
    {
      key: 'at',
      title: t('columns.at'),
      width: 160,
      render: (_, { drawnAt }) => <Instant at={drawnAt} className="text-ink-soft" />,
    },
    {
      key: 'member',
      title: t('columns.member'),
      render: (_, { member }) => <span className="block max-w-32 truncate">{member.nickname}</span>,
    },
    {
      key: 'drawn',
      title: t('columns.drawn'),
      render: (_, { drawn }) => <span className="block max-w-32 truncate">{drawn}</span>,
    },
    {
      key: 'given',
      title: t('columns.given'),
      render: (_, { given, why }) => (
        <span className="block leading-5">
          {why && <span className="block text-xs text-caution">{t(`why.${why}`)}</span>}
          <span className="block max-w-36 truncate">{given}</span>
        </span>
      ),
    },
    {
      key: 'check',
      title: t('columns.check'),
      width: 190,
      render: (_, row) => <Check row={row} />,
    },
  ]
}

function Check({ row }: { row: DrawRow }) {
  const t = useTranslations('draws')
  const trpc = useTRPC()
  const [isAsked, setAsked] = useState(false)
  const { member, key } = row
  const replayed = useQuery(
    trpc.draws.replay.queryOptions(isAsked ? { memberId: member.id, key } : skipToken, { retry: false }),
  )
  if (replayed.data) return <DrawVerdict differences={replayed.data.differences} />
  return (
    <>
      <Button
        size="small"
        loading={replayed.isFetching}
        aria-label={t('checkOf', { name: member.nickname })}
        onClick={() => (isAsked ? void replayed.refetch() : setAsked(true))}
      >
        {t('check')}
      </Button>
      {replayed.error && (
        <span role="alert" className="block text-xs leading-5 text-negative">
          {t('checkFailed')}
        </span>
      )}
    </>
  )
}
