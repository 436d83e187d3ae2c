'use client'

import { DownloadOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, type TableColumnsType } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCopy } from '@/components/copy-link'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { Money } from '@/components/money'
import { CursorTable } from '@/src/client/cursor-table'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { DownloadDialog } from './download-dialog'
import type { BatchRow } from './payout'

/** Payment files from the newest, and how they are checked. */
export function BatchesList({ onShow }: { onShow: (batchId: string) => void }) {
  const t = useTranslations('payouts')
  const trpc = useTRPC()
  const query = useInfiniteQuery(trpc.payouts.batches.infiniteQueryOptions({}, byCursor))
  const list = useCursorList(query, 'batches')
  const [asked, ask] = useState<{ batch: BatchRow; isOpen: boolean }>()
  const columns = useColumns(onShow, (batch) => ask({ batch, isOpen: true }))
  const publicKey = query.data?.pages[0]?.publicKey
  return (
    <>
      <CursorTable<BatchRow>
        label={t('batches')}
        columns={columns}
        list={list}
        empty={<EmptyState picture="calm" title={t('noBatches.title')} text={t('noBatches.text')} />}
      />
      {publicKey && <HowToVerify publicKey={publicKey} />}
      {asked && (
        <DownloadDialog
          batch={asked.batch}
          isOpen={asked.isOpen}
          onClose={() => ask({ ...asked, isOpen: false })}
        />
      )}
    </>
  )
}

function HowToVerify({ publicKey }: { publicKey: string }) {
  const t = useTranslations('payouts.verify')
  const copy = useCopy()
  return (
    <section className="mt-6 rounded-lg border border-line bg-white px-5 py-4">
      <h2 className="m-0 text-[15px] font-semibold text-ink">{t('title')}</h2>
      <p className="mt-1 mb-3 text-[13px] leading-6 text-ink-soft">{t('text')}</p>
      <div className="flex flex-wrap items-center gap-3 rounded-md bg-plaster px-4 py-2.5">
        <code className="min-w-0 flex-1 text-xs break-all text-ink-soft">{publicKey.split('\n')[1]}</code>
        <Button size="small" onClick={() => copy(publicKey)}>
          {t('copy')}
        </Button>
      </div>
    </section>
  )
}

function useColumns(
  onShow: (id: string) => void,
  ask: (batch: BatchRow) => void,
): TableColumnsType<BatchRow> {
  const t = useTranslations('payouts')
  const canWrite = useCan('payout.write')
  return [
    {
      key: 'createdAt',
      title: t('columns.createdAt'),
      width: 170,
      render: (_, { createdAt }) => <Instant at={createdAt} />,
    },
    {
      key: 'batch',
      title: t('columns.batch'),
      render: (_, { id }) => (
        <Button type="link" size="small" className="px-0!" onClick={() => onShow(id)}>
          <code className="text-xs">{id}</code>
        </Button>
      ),
    },
    {
      key: 'count',
      title: t('columns.count'),
      width: 100,
      align: 'right',
      render: (_, { count }) => <span className="tabular-nums">{count.toLocaleString('zh-CN')}</span>,
    },
    {
      key: 'total',
      title: t('columns.total'),
      width: 150,
      align: 'right',
      render: (_, { totalFen }) => <Money fen={totalFen} className="font-medium" />,
    },
    { key: 'createdBy', title: t('columns.createdBy'), dataIndex: 'createdBy', width: 140 },
    {
      key: 'downloadedAt',
      title: t('columns.downloadedAt'),
      width: 170,
      render: (_, { downloadedAt }) =>
        downloadedAt ? (
          <Instant at={downloadedAt} className="text-ink-soft" />
        ) : (
          <span className="text-caution">{t('download.waiting')}</span>
        ),
    },
    {
      key: 'actions',
      title: <span className="sr-only">{t('columns.actions')}</span>,
      width: 130,
      align: 'right',
      fixed: 'right',
      render: (_, batch) =>
        canWrite && (
          <Button type="link" size="small" icon={<DownloadOutlined />} onClick={() => ask(batch)}>
            {t(batch.downloadedAt ? 'download.again' : 'download.action')}
          </Button>
        ),
    },
  ]
}
