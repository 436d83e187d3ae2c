'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { useSession } from '@/src/client/session'
import { canonicalJson, mergePages } from '@/src/document'
import { usePageIdentity } from '../page-identity'
import { useEditorStore } from '../store/context'
import { openIndexedDrafts } from './indexed-drafts'
import { keepDraft } from './keep-draft'
import { type DraftStorage, findLeftDrafts, type LocalDraft } from './local-draft'
import { joinPageChannel } from './page-channel'
import { usePageSaver } from './use-page-saver'

interface Found {
  draft: LocalDraft
  storage: DraftStorage
  /** Writes this tab's own draft. */
  flush: () => Promise<void>
}

/**
 * Keeps unsaved changes in this browser, and brings back those that a tab left behind: at once
 * when they go together with the page as it is by now, after asking when they clash with it.
 * `onRestored` is told of those that came back unasked.
 */
export function useLocalDraft(onRestored: (draft: LocalDraft) => void, stepTitle: string) {
  const store = useEditorStore()
  const saver = usePageSaver()
  const { id: pageId, tabId } = usePageIdentity()
  const staffId = useSession().id
  const [found, setFound] = useState<Found>()

  async function restore({ draft, storage, flush }: Found) {
    saver.bringIn({ base: draft.base, page: draft.page, title: stepTitle })
    // Its own draft is written before the old one goes, so that at no moment there is none.
    await flush()
    await storage.remove(draft)
  }
  // Looked for once, when the editor opens, whatever is drawn again meanwhile.
  const bringBack = useEffectEvent(async (left: Found) => {
    await restore(left)
    onRestored(left.draft)
  })

  useEffect(() => {
    const storage = openIndexedDrafts()
    const keeper = keepDraft(store, saver, storage, { staffId, pageId, tabId })
    const channel = joinPageChannel(pageId, tabId, (revision) => void saver.catchUp(revision))
    const stopTelling = saver.subscribe((now, before) => {
      if (now.revision !== before.revision) channel.tellSaved(now.revision)
    })
    let isGone = false

    async function lookForDrafts() {
      const living = (await channel.findTabs()).add(tabId)
      const { definitions } = store
      const drafts = await findLeftDrafts(storage, {
        staffId,
        pageId,
        living,
        now: Date.now(),
        definitions,
      })
      for (const draft of drafts) {
        if (isGone) return
        const { page } = store.getState()
        const merged = mergePages({ base: draft.base, mine: draft.page, theirs: page }, definitions)
        if (merged.conflicts.length > 0) {
          setFound({ draft, storage, flush: keeper.flush })
          return
        }
        const isKnown = canonicalJson(merged.page) === canonicalJson(page)
        if (isKnown) await storage.remove(draft)
        else {
          await bringBack({ draft, storage, flush: keeper.flush })
        }
      }
    }
    void lookForDrafts()

    const onHide = () => void keeper.flush()
    const onVisibility = () => document.visibilityState === 'hidden' && onHide()
    window.addEventListener('pagehide', onHide)
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      isGone = true
      window.removeEventListener('pagehide', onHide)
      document.removeEventListener('visibilitychange', onVisibility)
      void keeper.flush()
      keeper.stop()
      stopTelling()
      channel.close()
    }
  }, [store, saver, staffId, pageId, tabId])

  return {
    found: found?.draft,
    restore: async () => {
      if (found) await restore(found)
      setFound(undefined)
    },
    discard: () => {
      if (found) void found.storage.remove(found.draft)
      setFound(undefined)
    },
  }
}
