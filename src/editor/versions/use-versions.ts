'use client'

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useFormatInstant } from '@/components/instant'
import { type StaffOutput, useTRPC, useTRPCClient } from '@/src/client/trpc'
import { migratePage } from '@/src/document'
import { usePageIdentity } from '../page-identity'
import { useEditorStore } from '../store/context'

export type Version = StaffOutput['pages']['versions']['items'][number]

/** The kept versions of the page, the newest first, as many as were asked for. */
export function useVersions() {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const { id } = usePageIdentity()
  const query = useInfiniteQuery({
    queryKey: trpc.pages.versions.queryKey({ id }),
    queryFn: ({ pageParam }) => client.pages.versions.query({ id, before: pageParam ?? undefined }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.nextCursor,
    // Every save may have added one.
    staleTime: 0,
  })
  const versions = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  return { ...query, versions }
}

/** One version's page, its blocks as today's widgets have them; undefined until it is here. */
export function useVersionPage(versionId: string) {
  const trpc = useTRPC()
  const { definitions } = useEditorStore()
  const { id } = usePageIdentity()
  const query = useQuery(
    trpc.pages.version.queryOptions({ id, versionId }, { staleTime: Number.POSITIVE_INFINITY }),
  )
  const definition = query.data?.definition
  const page = useMemo(
    () => definition && migratePage(definition, definitions).page,
    [definition, definitions],
  )
  return { page, error: query.error, refetch: query.refetch }
}

/** Gives a version a name, or keeps the saved page under one. */
export function useNameVersion() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  return useMutation(
    trpc.pages.nameVersion.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: trpc.pages.versions.queryKey() }),
    }),
  )
}

/** What a version is called: its name, else when it was. */
export function useVersionTitle() {
  const formatInstant = useFormatInstant()
  return useCallback(
    ({ name, createdAt }: Pick<Version, 'name' | 'createdAt'>) => name ?? formatInstant(createdAt),
    [formatInstant],
  )
}
