'use client'

import { useEffect, useMemo, useRef } from 'react'
import { createPlayMemory, type PreviewPlay } from '@/schemas/preview-play'
import type { Viewpoint } from '@/schemas/viewpoint-parts'
import { readFailure } from '@/src/client/failure'
import { type StaffInput, useTRPCClient } from '@/src/client/trpc'
import { blockOf, boundEventsOf, definitionOf } from '@/src/document'
import { usePageIdentity } from '../page-identity'
import { useEditorStore } from '../store/context'
import type { ToolStates } from './canvas-source'
import { toolIdsOf } from './use-tool-states'

/**
 * Plays the page out in the editor's preview: what is seen of its tools is what came of the taps,
 * until the preview ends or is looked at from elsewhere. `isPlayed` while there were any.
 */
export function usePreviewPlay(tools: ToolStates): { play: PreviewPlay; isPlayed: () => boolean } {
  const store = useEditorStore()
  const client = useTRPCClient()
  const { campaign } = usePageIdentity()
  const campaignName = useRef('')
  campaignName.current = campaign?.name ?? ''

  const { memory, play } = useMemo(() => {
    const page = () => store.getState().page
    const memory = createPlayMemory<{ states: Record<string, unknown> }>({
      viewpoint: () => store.getState().viewpoint,
      ask: async (request) => {
        // What a view taps with is JSON: a phone sends it too.
        const taps = request.taps as StaffInput['tools']['try']['taps']
        try {
          return await client.tools.try.mutate({ ...request, taps, ids: toolIdsOf(page()) })
        } catch (error) {
          const { code, requestId } = readFailure(error)
          return { status: 'failed', offline: code === 'offline', ...(requestId && { requestId }) }
        }
      },
      onSeen: ({ states }) => tools.write(states),
    })
    const play: PreviewPlay = {
      ...memory,
      // The server is told of tools: what is edited has not been saved yet.
      tap: (id, action, input) => memory.tap(blockOf(page(), id)?.tool?.id ?? '', action, input),
      signIn: () => store.setState({ viewpoint: { ...store.getState().viewpoint, viewer: 'old' } }),
      boundOf: (id) => {
        const block = blockOf(page(), id)
        const definition = block && definitionOf(store.definitions, block.type)
        return definition && boundEventsOf(block, definition)
      },
      blockIds: () => Object.keys(page().blocks),
      values: () => ({ 'page.title': page().title, 'campaign.name': campaignName.current }),
      followsLinks: false,
    }
    return { memory, play }
  }, [store, client, tools])

  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.mode !== before.mode || !isAlike(now.viewpoint, before.viewpoint)) memory.begin()
      }),
    [store, memory],
  )
  return { play, isPlayed: memory.isPlayed }
}

/** How the next draw ends takes back nothing that was played. */
function isAlike(one: Viewpoint, other: Viewpoint): boolean {
  return one.moment === other.moment && one.viewer === other.viewer && one.situation === other.situation
}
