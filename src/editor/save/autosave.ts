import type { EditorStore } from '../store/editor-store'
import { isDirty, lastStepOf, type PageSaver, type SaverState } from './page-saver'

/** After the last change; a second is what anybody may lose who looks at the page elsewhere. */
const PAUSE_MS = 700
/** Somebody who never pauses is saved all the same. */
const MAX_WAIT_MS = 10_000
const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 30_000

/** What may pass by itself. Everything else waits for the next change, or to be asked. */
const PASSING = new Set(['offline', 'busy', 'internal', 'conflict'])

/**
 * Saves by itself a moment after the last change, and tries again at growing intervals while the
 * server cannot be reached. Answers how to stop.
 */
export function startAutosave(store: EditorStore, saver: PageSaver): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingSince: number | undefined
  let retries = 0

  function later(ms: number) {
    clearTimeout(timer)
    timer = setTimeout(attempt, ms)
  }

  function attempt() {
    timer = undefined
    // A block in the hand is put down first: what is saved would change under it.
    if (store.getState().drag) return later(PAUSE_MS)
    waitingSince = undefined
    if (isDirty(saver.getState(), lastStepOf(store))) void saver.autosave()
  }

  const stopStore = store.subscribe((now, before) => {
    if (now.page === before.page) return
    const at = Date.now()
    waitingSince ??= at
    // While the network is away its own pace counts, not that of typing.
    if (saver.getState().failure?.code === 'offline' && timer !== undefined) return
    later(Math.max(0, Math.min(PAUSE_MS, waitingSince + MAX_WAIT_MS - at)))
  })

  const stopSaver = saver.subscribe((now, before) => {
    if (!before.isSaving || now.isSaving) return
    if (!now.failure) retries = 0
    else if (PASSING.has(now.failure.code)) later(retryAfter(retries++))
    if (!now.failure && isDirty(now, lastStepOf(store)) && timer === undefined) later(PAUSE_MS)
  })

  return () => {
    clearTimeout(timer)
    stopStore()
    stopSaver()
  }
}

function retryAfter(retries: number): number {
  return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(retries, 10))
}

/** True while only the network, or a server that is busy, stands in the way. */
export function isPassing({ failure }: SaverState): boolean {
  return failure !== undefined && PASSING.has(failure.code)
}
