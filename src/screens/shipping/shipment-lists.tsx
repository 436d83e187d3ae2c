'use client'

import { DownloadOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { App, Button, type TableColumnsType } from 'antd'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { CursorTable } from '@/src/client/cursor-table'
import { readFailure } from '@/src/client/failure'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { useFailureWords } from '@/src/client/use-failure-words'
import { saveFile } from '../grants/save-file'
import type { ShipmentListRow } from './prize'

/** The warehouse's lists from the newest, and how much of each is sent. */
export function ShipmentLists() {
  const t = useTranslations('shipping')
  const trpc = useTRPC()
  const query = useInfiniteQuery(trpc.shipping.lists.infiniteQueryOptions({}, byCursor))
  const list = useCursorList(query, 'lists')
  const columns = useColumns()
  return (
    <CursorTable<ShipmentListRow>
      label={t('lists')}
      columns={columns}
      list={list}
      empty={<EmptyState picture="calm" title={t('noLists.title')} text={t('noLists.text')} />}
    />
  )
}

function useColumns(): TableColumnsType<ShipmentListRow> {
  const t = useTranslations('shipping')
  const trpc = useTRPC()
  const canExport = useCan('shipping.export')
  const { message } = App.useApp()
  const { sayFailure } = useFailureWords()
  const download = useMutation(
    trpc.shipping.download.mutationOptions({
      onSuccess: ({ name, csv }) => saveFile(name, csv, 'text/csv'),
      onError: (error) => void message.error(sayFailure(readFailure(error))),
    }),
  )
  const number = (value: number) => <span className="tabular-nums">{value.toLocaleString('zh-CN')}</span>
  return [
    {
      key: 'number',
      title: t('columns.list'),
      width: 130,
      render: (_, row) => <span className="font-medium">{t('listNumber', { number: row.number })}</span>,
    },
    {
      key: 'createdAt',
      title: t('columns.createdAt'),
      width: 170,
      render: (_, { createdAt }) => <Instant at={createdAt} className="text-ink-soft" />,
    },
    { key: 'createdBy', title: t('columns.createdBy'), dataIndex: 'createdBy', width: 130 },
    {
      key: 'of',
      title: t('columns.of'),
      render: (_, { campaign, reward }) => [campaign, reward].filter(Boolean).join(' · ') || t('everything'),
    },
    {
      key: 'count',
      title: t('columns.count'),
      width: 90,
      align: 'right',
      render: (_, row) => number(row.count),
    },
    {
      key: 'shipped',
      title: t('stages.shipped'),
      width: 90,
      align: 'right',
      render: (_, row) => number(row.shipped),
    },
    {
      key: 'open',
      title: t('columns.open'),
      width: 90,
      align: 'right',
      render: (_, row) => number(row.count - row.shipped - row.returned - row.putBack),
    },
    {
      key: 'back',
      title: t('columns.back'),
      width: 130,
      align: 'right',
      render: (_, row) => number(row.returned + row.putBack),
    },
    {
      key: 'actions',
      title: <span className="sr-only">{t('columns.actions')}</span>,
      width: 120,
      align: 'right',
      fixed: 'right',
      render: (_, { id }) =>
        canExport && (
          <Button
            type="link"
            size="small"
            icon={<DownloadOutlined />}
            loading={download.isPending && download.variables.id === id}
            onClick={() => download.mutate({ id })}
          >
            {t('download')}
          </Button>
        ),
    },
  ]
}
