'use client'

import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { Block, BlockId } from '@/schemas/page'
import { blockOf } from '@/src/document'
import type { EditorState, EditorStore } from './editor-store'

const StoreContext = createContext<EditorStore | undefined>(undefined)

export const EditorStoreProvider = StoreContext.Provider

export function useEditorStore(): EditorStore {
  const store = useContext(StoreContext)
  if (!store) throw new Error('an editor part was rendered outside an EditorStoreProvider')
  return store
}

/** A part of the editor's state; redraws only when what `select` answers is another value. */
export function useEditor<T>(select: (state: EditorState) => T): T {
  return useStore(useEditorStore(), select)
}

/** One block's record; redraws only when that record changes. */
export function useBlock(id: BlockId | null): Block | undefined {
  const store = useEditorStore()
  const subscribe = useCallback(
    (changed: () => void) => (id === null ? () => {} : store.listeners.onBlock(id, changed)),
    [store, id],
  )
  const read = () => (id === null ? undefined : blockOf(store.getState().page, id))
  return useSyncExternalStore(subscribe, read, read)
}
