import { createStore } from 'zustand/vanilla'
import type { PageDefinition } from '@/schemas/page'
import type { Fragment } from '@/src/document'
import type { EditorStore } from '../store/editor-store'
import { selectedGroup } from './use-template'

/** What is about to be kept as a template, once it has a name. */
export type Saving = { kind: 'group'; fragment: Fragment } | { kind: 'page'; page: PageDefinition }

export const saving = createStore<{ what: Saving | undefined }>(() => ({ what: undefined }))

/** Asks for a name to keep the selected blocks under. Does nothing while none is selected. */
export function saveSelectionAsTemplate(store: EditorStore): void {
  const fragment = selectedGroup(store)
  if (fragment) saving.setState({ what: { kind: 'group', fragment } })
}

/** Asks for a name to keep the whole page under. */
export function savePageAsTemplate(store: EditorStore): void {
  saving.setState({ what: { kind: 'page', page: store.getState().page } })
}
