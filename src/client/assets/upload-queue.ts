import { createStore, type StoreApi } from 'zustand/vanilla'
import type { UploadedImage, UploadImage } from '@/components/fields/types'
import { UploadFailed } from '@/components/fields/upload-failed'

/** Each is drawn anew by the server, one after the other: more at once would only wait there. */
const AT_ONCE = 2
/** Chosen in one go; what is more is told. */
export const MAX_FILES = 50

export interface QueuedUpload {
  id: number
  name: string
  state: 'waiting' | 'sending' | 'done' | 'failed'
  /** 0 to 100, whole. At 100 the server has all of it and draws the picture anew. */
  percent: number
  /** Why it failed, in words. */
  problem?: string
  canRetry?: boolean
}

interface Job {
  file: File
  send: UploadImage
  onDone: (image: UploadedImage) => void
  controller: AbortController
}

export interface UploadQueue extends StoreApi<{ uploads: readonly QueuedUpload[] }> {
  /** Sends these files one after the other; `onDone` is told of each that arrived. */
  add: (files: readonly File[], send: UploadImage, onDone: (image: UploadedImage) => void) => void
  /** Ends one and takes it off the list. */
  cancel: (id: number) => void
  retry: (id: number) => void
  /** Takes off the list what is done or failed. */
  clear: () => void
}

/** Files on their way to the library. It belongs to no screen: leaving one ends nothing. */
export function createUploadQueue(): UploadQueue {
  const store = createStore<{ uploads: readonly QueuedUpload[] }>(() => ({ uploads: [] }))
  const jobs = new Map<number, Job>()
  let lastId = 0

  const patch = (id: number, change: Partial<QueuedUpload>) =>
    store.setState(({ uploads }) => ({
      uploads: uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)),
    }))

  function next() {
    const { uploads } = store.getState()
    const sending = uploads.filter(({ state }) => state === 'sending').length
    const waiting = uploads.filter(({ state }) => state === 'waiting')
    for (const { id } of waiting.slice(0, Math.max(0, AT_ONCE - sending))) void run(id)
  }

  async function run(id: number) {
    const job = jobs.get(id)
    if (!job) return
    const { signal } = job.controller
    patch(id, { state: 'sending', percent: 0 })
    try {
      const image = await job.send(job.file, {
        signal,
        onProgress: (fraction) => patch(id, { percent: Math.round(fraction * 100) }),
      })
      if (signal.aborted) return
      jobs.delete(id)
      patch(id, { state: 'done', percent: 100 })
      job.onDone(image)
    } catch (failure) {
      if (signal.aborted) return
      const known = failure instanceof UploadFailed ? failure : new UploadFailed(String(failure), true)
      patch(id, { state: 'failed', problem: known.message, canRetry: known.canRetry })
    } finally {
      next()
    }
  }

  return {
    ...store,
    add: (files, send, onDone) => {
      const added = files.map((file): QueuedUpload => {
        lastId += 1
        jobs.set(lastId, { file, send, onDone, controller: new AbortController() })
        return { id: lastId, name: file.name, state: 'waiting', percent: 0 }
      })
      store.setState(({ uploads }) => ({ uploads: [...uploads, ...added] }))
      next()
    },
    cancel: (id) => {
      jobs.get(id)?.controller.abort()
      jobs.delete(id)
      store.setState(({ uploads }) => ({ uploads: uploads.filter((upload) => upload.id !== id) }))
      next()
    },
    retry: (id) => {
      const job = jobs.get(id)
      if (!job) return
      jobs.set(id, { ...job, controller: new AbortController() })
      patch(id, { state: 'waiting', percent: 0, problem: undefined })
      next()
    },
    clear: () => {
      const isOver = ({ state }: QueuedUpload) => state === 'done' || state === 'failed'
      for (const { id } of store.getState().uploads.filter(isOver)) jobs.delete(id)
      store.setState(({ uploads }) => ({ uploads: uploads.filter((upload) => !isOver(upload)) }))
    },
  }
}
