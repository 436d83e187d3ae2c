'use client'

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { Paging } from '@/components/data-table'

interface CursorPage<Row> {
  items: Row[]
  nextCursor: string | null
}

/** Reads the cursor of the next page, for `infiniteQueryOptions`. */
export const byCursor = {
  getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor,
}

/** The page of a list that is being looked at. */
export interface CursorList<Row> {
  /** Undefined until the first answer. */
  rows: Row[] | undefined
  /** Why there are no rows at all. */
  error: unknown
  isRefreshing: boolean
  retry: () => void
  paging: Paging
}

/**
 * Steps through a list whose pages are found by cursor. `listKey` names what is listed: when it
 * changes, the list starts from its first page again.
 */
export function useCursorList<Row, Failed extends object>(
  query: UseInfiniteQueryResult<InfiniteData<CursorPage<Row>, unknown>, Failed>,
  listKey: string,
): CursorList<Row> {
  const [at, setAt] = useState({ listKey, index: 0 })
  const loaded = query.data?.pages ?? []
  const wanted = at.listKey === listKey ? at.index : 0
  // A refetch may find fewer pages than there were.
  const index = Math.min(wanted, Math.max(0, loaded.length - 1))
  const isLast = index >= loaded.length - 1

  async function next() {
    if (isLast) {
      const fetched = await query.fetchNextPage()
      if (fetched.isError) return
    }
    setAt({ listKey, index: index + 1 })
  }

  return {
    rows: loaded[index]?.items,
    error: query.data ? undefined : query.error,
    isRefreshing: query.isFetching && !query.isPending,
    retry: () => query.refetch(),
    paging: {
      page: index + 1,
      hasPrevious: index > 0,
      hasNext: !isLast || query.hasNextPage,
      isLoadingNext: query.isFetchingNextPage,
      previous: () => setAt({ listKey, index: index - 1 }),
      next,
    },
  }
}
