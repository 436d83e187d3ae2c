'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { PageDefinition } from '@/schemas/page'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { usePageIdentity } from '../page-identity'
import { useEditor, useEditorStore } from '../store/context'
import { isPassing, startAutosave } from './autosave'
import { createPageSaver, isDirty, type PageSaver, saveStateOf } from './page-saver'

const SaverContext = createContext<PageSaver | undefined>(undefined)

export const PageSaverProvider = SaverContext.Provider

export function usePageSaver(): PageSaver {
  const saver = useContext(SaverContext)
  if (!saver) throw new Error('usePageSaver was called outside a page editor')
  return saver
}

/** Makes the saver of the edited page, over the staff API, and lets it save by itself. */
export function useNewPageSaver(loaded: { revision: number; definition: PageDefinition }): PageSaver {
  const store = useEditorStore()
  const { id } = usePageIdentity()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const canWrite = useCan('page.write')
  const { mutateAsync } = useMutation(
    trpc.pages.save.mutationOptions({
      // Fails when there is no network, and says so, instead of waiting in silence for one.
      networkMode: 'always',
      onSuccess: () => {
        void queryClient.invalidateQueries(trpc.pages.list.queryFilter())
        void queryClient.invalidateQueries(trpc.overview.summary.queryFilter())
      },
    }),
  )
  const [saver] = useState(() =>
    createPageSaver(
      store,
      {
        save: (onto, definition, keep) => mutateAsync({ id, revision: onto, definition, keep }),
        read: () =>
          queryClient.fetchQuery(
            trpc.pages.get.queryOptions(
              { id },
              { staleTime: 0, gcTime: 0, networkMode: 'always', retry: false },
            ),
          ),
      },
      loaded,
    ),
  )

  useEffect(() => (canWrite ? startAutosave(store, saver) : undefined), [store, saver, canWrite])

  // What could not be sent for want of a network is sent when there is one again.
  useEffect(() => {
    const retry = () => {
      if (isPassing(saver.getState())) void saver.autosave()
    }
    window.addEventListener('online', retry)
    return () => window.removeEventListener('online', retry)
  }, [saver])
  return saver
}

/** How saving stands, in a word, and why it failed when it did. */
export function useSaving() {
  const saver = usePageSaver()
  const state = useStore(saver)
  const lastStep = useEditor((editor) => editor.history.past.at(-1))
  return {
    state: saveStateOf(state, lastStep),
    isDirty: isDirty(state, lastStep),
    failure: state.failure,
    isAsked: state.isAsked,
    clash: state.clash,
    merges: state.merges,
    savedAt: state.savedAt,
  }
}
