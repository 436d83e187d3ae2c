'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { type StaffInput, useTRPC } from '../trpc'
import { byCursor } from '../use-cursor-list'

type Filters = Pick<NonNullable<StaffInput['assets']['list']>, 'search' | 'folder' | 'kind' | 'use'>

/** Uploads that match, and more of them when asked; the ones before stay while others are looked for. */
export function useAssetList(filters: Filters, limit: number) {
  const trpc = useTRPC()
  const query = useInfiniteQuery(
    trpc.assets.list.infiniteQueryOptions(
      { ...filters, limit },
      { ...byCursor, placeholderData: keepPreviousData },
    ),
  )
  return {
    assets: query.data?.pages.flatMap(({ items }) => items),
    error: query.data ? undefined : query.error,
    retry: () => void query.refetch(),
    isRefreshing: query.isPlaceholderData,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  }
}
