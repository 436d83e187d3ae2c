'use client'

import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Skeleton, Table, type TableColumnsType, type TableProps } from 'antd'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from './empty-state'

export interface Paging {
  page: number
  hasPrevious: boolean
  hasNext: boolean
  isLoadingNext: boolean
  previous: () => void
  next: () => void
}

export interface DataTableProps<Row extends { id: string }> {
  /** What is listed; the table's accessible name. */
  label: string
  columns: TableColumnsType<Row>
  /** Undefined until the first answer. */
  rows: readonly Row[] | undefined
  /** Takes the table's place when the rows could not be had. */
  failure?: ReactNode
  /** Search and filters, above the table. */
  toolbar?: ReactNode
  /** What there is to do while there are no rows at all. */
  empty: ReactNode
  isFiltered?: boolean
  onClearFilters?: () => void
  isRefreshing?: boolean
  paging?: Paging
  selection?: Selection<Row>
}

/** Rows that can be chosen, to do something with all of them. */
interface Selection<Row> {
  /** Their ids. */
  chosen: string[]
  onChange: (chosen: string[]) => void
  isChoosable: (row: Row) => boolean
  /** A row's box, in words. */
  labelOf: (row: Row) => string
}

const SKELETON_ROWS = 6

/** A list with every state a list has: loading, failed, empty, nothing found, rows. */
export function DataTable<Row extends { id: string }>(props: DataTableProps<Row>) {
  const {
    label,
    columns,
    rows,
    failure,
    toolbar,
    empty,
    isFiltered,
    onClearFilters,
    isRefreshing,
    paging,
    selection,
  } = props
  const isEmpty = rows?.length === 0 && !paging?.hasPrevious
  return (
    <section aria-label={label} aria-busy={!rows || isRefreshing}>
      {toolbar && (!isEmpty || isFiltered) && (
        <div className="mb-4 flex flex-wrap items-center gap-2">{toolbar}</div>
      )}
      <div className="overflow-hidden rounded-lg border border-line bg-white">
        {failure ||
          (isEmpty ? (
            isFiltered ? (
              <NoMatch onClear={onClearFilters} />
            ) : (
              empty
            )
          ) : rows ? (
            <Table<Row>
              aria-label={label}
              rowKey="id"
              columns={columns}
              dataSource={rows}
              {...(selection && { rowSelection: rowSelectionOf(selection) })}
              pagination={false}
              scroll={{ x: 'max-content' }}
            />
          ) : (
            <LoadingRows columns={columns.length} />
          ))}
      </div>
      {paging && (paging.hasPrevious || paging.hasNext) && !failure && <Pager paging={paging} />}
    </section>
  )
}

function rowSelectionOf<Row>({
  chosen,
  onChange,
  isChoosable,
  labelOf,
}: Selection<Row>): TableProps<Row>['rowSelection'] {
  return {
    selectedRowKeys: chosen,
    // What was chosen on another page stays chosen.
    preserveSelectedRowKeys: true,
    onChange: (keys) => onChange(keys.map(String)),
    getCheckboxProps: (row) => ({ disabled: !isChoosable(row), 'aria-label': labelOf(row) }),
  }
}

function NoMatch({ onClear }: { onClear: (() => void) | undefined }) {
  const t = useTranslations('kit')
  return (
    <EmptyState
      picture="search"
      title={t('noMatchTitle')}
      text={t('noMatchText')}
      action={onClear && <Button onClick={onClear}>{t('clearFilters')}</Button>}
    />
  )
}

/** The shape of the table to come, so that nothing jumps when it does. */
function LoadingRows({ columns }: { columns: number }) {
  return (
    <div aria-hidden="true">
      <div className="h-[46px] border-b border-line bg-[#faf9f6]" />
      {Array.from({ length: SKELETON_ROWS }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing but the number tells them apart.
        <div key={row} className="flex items-center gap-8 border-b border-line px-4 py-[15px]">
          {Array.from({ length: Math.min(columns, 6) }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nothing but the number tells them apart.
            <div key={column} className={column === 0 ? 'w-1/4' : 'flex-1'}>
              <Skeleton.Node active style={{ width: '70%', height: 14 }} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

function Pager({ paging }: { paging: Paging }) {
  const t = useTranslations('kit')
  return (
    <nav
      className="mt-4 flex items-center justify-end gap-3"
      aria-label={t('pageNumber', { page: paging.page })}
    >
      <Button icon={<LeftOutlined />} disabled={!paging.hasPrevious} onClick={paging.previous}>
        {t('previousPage')}
      </Button>
      <span className="tabular-nums text-ink-soft">{t('pageNumber', { page: paging.page })}</span>
      <Button
        icon={<RightOutlined />}
        iconPlacement="end"
        disabled={!paging.hasNext}
        loading={paging.isLoadingNext}
        onClick={paging.next}
      >
        {t('nextPage')}
      </Button>
    </nav>
  )
}
