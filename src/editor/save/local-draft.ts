import type { PageDefinition } from '@/schemas/page'
import { type Definitions, validatePage } from '@/src/document'

/** A page as it was edited here and not saved, kept in this browser. */
export interface LocalDraft {
  /** The saved revision the edits began from. */
  revision: number
  /** When it was last edited, ms since the epoch. */
  at: number
  page: PageDefinition
}

/** Where drafts are kept: localStorage, or a stand-in. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (pageId: string) => `ziggurat.draft.${pageId}`

/** Keeps a draft. Answers false when the browser has no room for it or keeps nothing at all. */
export function writeDraft(storage: DraftStorage, pageId: string, draft: LocalDraft): boolean {
  try {
    storage.setItem(keyOf(pageId), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

/** The draft of a page, checked like any input; undefined when there is none that can be used. */
export function readDraft(
  storage: DraftStorage,
  pageId: string,
  definitions: Definitions,
): LocalDraft | undefined {
  try {
    const text = storage.getItem(keyOf(pageId))
    if (text === null) return undefined
    const { revision, at, page } = JSON.parse(text) as Partial<LocalDraft>
    const checked = validatePage(page, definitions)
    if (!checked.ok || typeof revision !== 'number' || typeof at !== 'number') return undefined
    return { revision, at, page: checked.page }
  } catch {
    return undefined
  }
}

export function removeDraft(storage: DraftStorage, pageId: string): void {
  try {
    storage.removeItem(keyOf(pageId))
  } catch {
    // A browser that keeps nothing has nothing to remove.
  }
}
