import type { DraftKey, DraftStorage, LocalDraft } from './local-draft'

const DATABASE = 'ziggurat-drafts'
const PAGES = 'pages'
const BASES = 'bases'

/** Drafts in this browser's IndexedDB. A browser that keeps nothing refuses every promise. */
export function openIndexedDrafts(): DraftStorage {
  let opened: Promise<IDBDatabase> | undefined
  // Bases change only when the page is saved, and are as large as the page: written once each.
  const writtenBases = new Map<string, unknown>()

  const database = () => {
    opened ??= open()
    return opened
  }

  return {
    write: async ({ base, ...draft }: LocalDraft) => {
      const transaction = (await database()).transaction([PAGES, BASES], 'readwrite')
      const key = keyOf(draft)
      transaction.objectStore(PAGES).put(draft, key)
      if (writtenBases.get(draft.tabId) !== base) transaction.objectStore(BASES).put(base, key)
      await finished(transaction)
      writtenBases.set(draft.tabId, base)
    },
    remove: async (key) => {
      const transaction = (await database()).transaction([PAGES, BASES], 'readwrite')
      for (const name of [PAGES, BASES]) transaction.objectStore(name).delete(keyOf(key))
      writtenBases.delete(key.tabId)
      await finished(transaction)
    },
    list: async (staffId, pageId) => {
      const transaction = (await database()).transaction([PAGES, BASES], 'readonly')
      const range = IDBKeyRange.bound([staffId, pageId], [staffId, pageId, []])
      const [pages, bases] = await Promise.all(
        [PAGES, BASES].map((name) => answered(transaction.objectStore(name).getAll(range))),
      )
      return (pages ?? []).map((page, index) => ({ ...page, base: bases?.[index] }))
    },
  }
}

function keyOf({ staffId, pageId, tabId }: DraftKey): string[] {
  return [staffId, pageId, tabId]
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => {
    for (const name of [PAGES, BASES]) request.result.createObjectStore(name)
  }
  return answered(request)
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}
