'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { PageDefinition } from '@/schemas/page'
import { useTRPC } from '@/src/client/trpc'
import { useEditor } from '../store/context'
import type { ToolStates } from './canvas-source'

/** As many as the server tells about at once. */
const MAX_TOOLS = 100
/** Stock and phases go on while the page is edited. */
const REFRESH_MS = 30_000

const never = () => false

/**
 * Keeps the canvas told of the tools its blocks play, as they are seen from the viewpoint chosen.
 * While `isPlayed`, what the preview shows is what came of its taps.
 */
export function useToolStates(states: ToolStates, isPlayed = never): void {
  const trpc = useTRPC()
  const key = useEditor((state) => toolIdsOf(state.page).join(' '))
  const viewpoint = useEditor((state) => state.viewpoint)
  const preview = useQuery(
    trpc.tools.preview.queryOptions(
      { ids: key === '' ? [] : key.split(' '), as: viewpoint },
      { enabled: key !== '', refetchInterval: REFRESH_MS, placeholderData: (previous) => previous },
    ),
  )
  const { data } = preview
  const mode = useEditor((state) => state.mode)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the preview ends what was played in it.
  useEffect(() => {
    if (data && !isPlayed()) states.write(data)
  }, [states, data, isPlayed, mode])
}

const found = new WeakMap<PageDefinition['blocks'], string[]>()

export function toolIdsOf({ blocks }: PageDefinition): string[] {
  const known = found.get(blocks)
  if (known) return known
  const ids = new Set<string>()
  for (const block of Object.values(blocks)) if (block.tool) ids.add(block.tool.id)
  const sorted = [...ids].sort().slice(0, MAX_TOOLS)
  found.set(blocks, sorted)
  return sorted
}
