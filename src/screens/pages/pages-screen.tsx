'use client'

import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, type TableColumnsType } from 'antd'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
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
import { NewPageDialog } from '../templates/new-page-dialog'
import { pageLink } from './page-link'
import { PageRowActions } from './page-row-actions'
import { PageStateTag } from './page-state-tag'
import { QrDialog } from './qr-dialog'

type PageRow = StaffOutput['pages']['list']['items'][number]

const FILTERS = ['search'] as const

/** Which pages are there, and which of them can members open? */
export function PagesScreen() {
  const t = useTranslations('pages')
  const trpc = useTRPC()
  const canRead = useCan('page.read')
  const canWrite = useCan('page.write')
  const [isCreating, setCreating] = useState(false)
  const [shown, setShown] = useState<{ title: string; link: string }>()
  const { filters, isFiltered, setFilter, clearFilters } = useUrlFilters(FILTERS)
  const input = { search: filters.search || undefined }
  const summary = useQuery(trpc.overview.summary.queryOptions(undefined, { enabled: canRead }))
  const query = useInfiniteQuery(
    trpc.pages.list.infiniteQueryOptions(input, { ...byCursor, enabled: canRead }),
  )
  const list = useCursorList(query, JSON.stringify(input))
  const columns = useColumns((page) => setShown({ title: page.title, link: pageLink(page.slug) }))

  if (!canRead) return <ForbiddenState />
  const create = canWrite && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={summary.data ? t('answer', summary.data.pages) : ' '}
        action={create}
      />
      <CursorTable<PageRow>
        label={t('list')}
        columns={columns}
        list={list}
        isFiltered={isFiltered}
        onClearFilters={clearFilters}
        toolbar={
          <SearchBox
            label={t('search')}
            value={filters.search}
            onSearch={(value) => setFilter('search', value)}
          />
        }
        empty={<EmptyState picture="build" title={t('empty.title')} text={t('empty.text')} action={create} />}
      />
      <NewPageDialog isOpen={isCreating} onClose={() => setCreating(false)} />
      <QrDialog page={shown} onClose={() => setShown(undefined)} />
    </>
  )
}

function useColumns(onShowQr: (page: PageRow) => void): TableColumnsType<PageRow> {
  const t = useTranslations('pages')
  const format = useFormatter()
  const canWrite = useCan('page.write')
  return [
    {
      key: 'title',
      title: t('columns.title'),
      render: (_, page) => (
        <div className="max-w-96 min-w-40 max-sm:max-w-44">
          {canWrite ? (
            <Link href={`/editor/${page.id}`} prefetch={false} className="block truncate font-medium">
              {page.title}
            </Link>
          ) : (
            <span className="block truncate font-medium">{page.title}</span>
          )}
          <span className="block truncate text-[13px] text-ink-faint">/p/{page.slug}</span>
        </div>
      ),
    },
    {
      key: 'campaign',
      title: t('columns.campaign'),
      width: 200,
      render: (_, { campaign }) =>
        campaign ? (
          <Link
            href={`/campaigns/${campaign.id}`}
            prefetch={false}
            className="block max-w-48 truncate text-ink-soft hover:text-brand"
          >
            {campaign.name}
          </Link>
        ) : (
          <span className="text-ink-faint">{t('noCampaign')}</span>
        ),
    },
    {
      key: 'state',
      title: t('columns.state'),
      width: 180,
      render: (_, page) => (
        <PageStateTag revision={page.revision} publishedRevision={page.publishedRevision} />
      ),
    },
    {
      key: 'views',
      title: t('columns.views'),
      width: 110,
      align: 'right',
      render: (_, { views }) => <span className="text-ink-soft tabular-nums">{format.number(views)}</span>,
    },
    {
      key: 'updated',
      title: t('columns.updated'),
      width: 180,
      render: (_, page) => (
        <div className="leading-5">
          <Instant at={page.updatedAt} className="text-ink-soft" />
          <span className="block max-w-40 truncate text-[13px] text-ink-faint">
            {t('by', { name: page.updatedBy })}
          </span>
        </div>
      ),
    },
    {
      key: 'actions',
      title: <span className="sr-only">{t('columns.actions')}</span>,
      width: 110,
      align: 'right',
      fixed: 'right',
      render: (_, page) => <PageRowActions page={page} onShowQr={() => onShowQr(page)} />,
    },
  ]
}
