'use client'

import { useEffect, useState } from 'react'
import { canonicalJson } from '@/src/document'
import { usePageIdentity } from '../page-identity'
import { useEditorStore } from '../store/context'
import { type LocalDraft, readDraft, removeDraft, writeDraft } from './local-draft'

/** A crash loses at most what was done within this time. */
const PAUSE_MS = 400

/**
 * Keeps unsaved changes in this browser as they are made, and offers those a crash left behind.
 * `savedRevision` is the revision the edits stand on; `isDirty` whether there are any.
 */
export function useLocalDraft(savedRevision: number, isDirty: boolean) {
  const store = useEditorStore()
  const { id } = usePageIdentity()
  const [found, setFound] = useState<LocalDraft>()

  // Looked for once, when the editor opens: later drafts are its own.
  useEffect(() => {
    const draft = readDraft(localStorage, id, store.definitions)
    const isOther = draft && canonicalJson(draft.page) !== canonicalJson(store.getState().page)
    if (isOther) setFound(draft)
  }, [store, id])

  useEffect(() => {
    if (!isDirty) {
      if (!found) removeDraft(localStorage, id)
      return
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = () => {
      clearTimeout(timer)
      timer = undefined
      writeDraft(localStorage, id, { revision: savedRevision, at: Date.now(), page: store.getState().page })
    }
    const later = () => {
      timer ??= setTimeout(write, PAUSE_MS)
    }
    write()
    const stop = store.subscribe((now, before) => {
      if (now.page !== before.page) later()
    })
    const onHide = () => {
      if (timer !== undefined) write()
    }
    window.addEventListener('pagehide', onHide)
    return () => {
      stop()
      window.removeEventListener('pagehide', onHide)
      clearTimeout(timer)
    }
  }, [store, id, savedRevision, isDirty, found])

  return { found, dismiss: () => setFound(undefined) }
}
