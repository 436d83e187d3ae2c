'use client'

import { LinkOutlined, UploadOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Select, type TableColumnsType } from 'antd'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
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
import { ImportDialog } from './import-dialog'
import type { Product } from './product'
import { ProductPicture } from './product-picture'

const FILTERS = ['search', 'group'] as const

/** What can goods floors show, at which price, and how much of it is there? */
export function ProductsScreen() {
  const t = useTranslations('products')
  const trpc = useTRPC()
  const canRead = useCan('product.read')
  const canWrite = useCan('product.write')
  const [isImporting, setImporting] = useState(false)
  const { filters, isFiltered, setFilter, clearFilters } = useUrlFilters(FILTERS)
  const input = { search: filters.search || undefined, group: filters.group || undefined }
  const query = useInfiniteQuery(
    trpc.products.list.infiniteQueryOptions(input, { ...byCursor, enabled: canRead }),
  )
  const groups = useQuery(trpc.products.groups.queryOptions(undefined, { enabled: canRead }))
  const list = useCursorList(query, JSON.stringify(input))
  const columns = useColumns()

  if (!canRead) return <ForbiddenState />
  const importButton = canWrite && (
    <Button type="primary" icon={<UploadOutlined />} onClick={() => setImporting(true)}>
      {t('import')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} answer={t('answer')} action={importButton} />
      <CursorTable
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
              showSearch
              className="w-44"
              aria-label={t('groupFilter')}
              placeholder={t('allGroups')}
              value={filters.group || undefined}
              onChange={(value: string | undefined) => setFilter('group', value)}
              options={groups.data?.map(({ group, products }) => ({
                value: group,
                label: `${group} · ${products}`,
              }))}
            />
          </>
        }
        empty={
          <EmptyState picture="build" title={t('empty.title')} text={t('empty.text')} action={importButton} />
        }
      />
      <ImportDialog isOpen={isImporting} onClose={() => setImporting(false)} />
    </>
  )
}

function useColumns(): TableColumnsType<Product> {
  const t = useTranslations('products')
  return useMemo(
    () => [
      {
        key: 'title',
        title: t('columns.title'),
        render: (_, { title, sku, image }) => (
          <span className="flex items-center gap-3">
            <ProductPicture src={image} size={40} />
            <span className="min-w-0">
              <span className="line-clamp-2 max-w-sm text-ink">{title}</span>
              <span className="block font-mono text-xs text-ink-faint">{sku}</span>
            </span>
          </span>
        ),
      },
      { key: 'group', title: t('columns.group'), render: (_, { group }) => group || '—' },
      {
        key: 'price',
        title: t('columns.price'),
        align: 'right',
        render: (_, { priceFen }) => <Money fen={priceFen} />,
      },
      {
        key: 'listPrice',
        title: t('columns.listPrice'),
        align: 'right',
        render: (_, { listPriceFen }) =>
          listPriceFen > 0 ? <Money fen={listPriceFen} className="text-ink-faint line-through" /> : '—',
      },
      {
        key: 'stock',
        title: t('columns.stock'),
        align: 'right',
        render: (_, { stock }) =>
          stock > 0 ? (
            <span className="tabular-nums">{stock.toLocaleString('en')}</span>
          ) : (
            <span className="text-negative">{t('soldOut')}</span>
          ),
      },
      { key: 'updatedAt', title: t('updatedAt'), render: (_, { updatedAt }) => <Instant at={updatedAt} /> },
      {
        key: 'link',
        width: 56,
        render: (_, { link, title }) =>
          link.startsWith('http') || link.startsWith('/') ? (
            <Button
              type="text"
              icon={<LinkOutlined />}
              href={link}
              target="_blank"
              rel="noreferrer"
              aria-label={t('openLink', { title })}
            />
          ) : null,
      },
    ],
    [t],
  )
}
