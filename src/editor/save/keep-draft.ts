import type { EditorStore } from '../store/editor-store'
import type { DraftKey, DraftStorage } from './local-draft'
import { isDirty, lastStepOf, type PageSaver } from './page-saver'

/** A tab that is killed loses at most what was done within this time. */
const PAUSE_MS = 400

export interface DraftKeeper {
  /** Writes what is not written yet, now: the tab may be about to go. */
  flush: () => Promise<void>
  stop: () => void
}

/**
 * Keeps what is not saved in this browser as it is made, whether the server can be reached or
 * not, and takes it away once the server has it. A browser that keeps nothing is no error.
 */
export function keepDraft(
  store: EditorStore,
  saver: PageSaver,
  storage: DraftStorage,
  key: DraftKey,
): DraftKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isWritten = false
  let queue: Promise<void> = Promise.resolve()

  function settle(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    // In turn: a removal that was asked for first must not take away what was written after it.
    queue = queue.then(async () => {
      const { synced } = saver.getState()
      const isNeeded = isDirty(saver.getState(), lastStepOf(store))
      if (!isNeeded && !isWritten) return
      isWritten = isNeeded
      const { page } = store.getState()
      if (isNeeded) await storage.write({ ...key, base: synced, page, at: Date.now() })
      else await storage.remove(key)
    })
    queue = queue.catch(() => undefined)
    return queue
  }

  const later = () => {
    timer ??= setTimeout(settle, PAUSE_MS)
  }
  const stopStore = store.subscribe((now, before) => {
    if (now.page !== before.page) later()
  })
  const stopSaver = saver.subscribe((now, before) => {
    if (now.savedStep !== before.savedStep || now.synced !== before.synced) later()
  })
  return {
    flush: () => (timer === undefined ? queue : settle()),
    stop: () => {
      clearTimeout(timer)
      stopStore()
      stopSaver()
    },
  }
}
