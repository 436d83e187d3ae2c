'use client'

import { DataTable, type DataTableProps } from '@/components/data-table'
import { FailureState } from './failure-state'
import type { CursorList } from './use-cursor-list'

type CursorTableProps<Row extends { id: string }> = Omit<
  DataTableProps<Row>,
  'rows' | 'failure' | 'isRefreshing' | 'paging'
> & { list: CursorList<Row> }

/** A table of rows that are read page by page. */
export function CursorTable<Row extends { id: string }>({ list, ...table }: CursorTableProps<Row>) {
  const { rows, error, isRefreshing, paging, retry } = list
  return (
    <DataTable<Row>
      {...table}
      rows={rows}
      failure={error ? <FailureState error={error} onRetry={retry} /> : undefined}
      isRefreshing={isRefreshing}
      paging={paging}
    />
  )
}
