import type { PageDefinition } from '@/schemas/page'
import { type Definitions, validatePage } from '@/src/document'

/** Which draft: one a tab, so that two tabs of one browser keep theirs apart. */
export interface DraftKey {
  staffId: string
  pageId: string
  tabId: string
}

/** A page as it was edited in a tab and not saved, kept in this browser. */
export interface LocalDraft extends DraftKey {
  /** The page as the server had it where the edits began, to merge them by. */
  base: PageDefinition
  page: PageDefinition
  /** When it was last edited, ms since the epoch. */
  at: number
}

/** Where drafts are kept: IndexedDB, or a stand-in. */
export interface DraftStorage {
  write: (draft: LocalDraft) => Promise<void>
  remove: (key: DraftKey) => Promise<void>
  /** Whatever lies there of a page under somebody's name, unchecked. */
  list: (staffId: string, pageId: string) => Promise<unknown[]>
}

/** Drafts older than this are thrown away unseen: nobody remembers what they were. */
const KEPT_FOR_MS = 30 * 24 * 60 * 60 * 1_000

/**
 * The drafts of a page that tabs left behind, the oldest first, each checked like any input.
 * `living` are tabs that are still open and look after their own.
 */
export async function findLeftDrafts(
  storage: DraftStorage,
  o: { staffId: string; pageId: string; living: ReadonlySet<string>; now: number; definitions: Definitions },
): Promise<LocalDraft[]> {
  const found = await storage.list(o.staffId, o.pageId).catch(() => [])
  const drafts = found.flatMap((one) => readDraft(one, o.definitions))
  for (const draft of drafts) if (o.now - draft.at > KEPT_FOR_MS) void storage.remove(draft)
  return drafts
    .filter((draft) => !o.living.has(draft.tabId) && o.now - draft.at <= KEPT_FOR_MS)
    .sort((a, b) => a.at - b.at)
}

function readDraft(found: unknown, definitions: Definitions): LocalDraft[] {
  if (typeof found !== 'object' || found === null) return []
  const { staffId, pageId, tabId, base, page, at } = found as Record<string, unknown>
  if (typeof staffId !== 'string' || typeof pageId !== 'string' || typeof tabId !== 'string') return []
  if (typeof at !== 'number') return []
  const [was, is] = [validatePage(base, definitions), validatePage(page, definitions)]
  return was.ok && is.ok ? [{ staffId, pageId, tabId, base: was.page, page: is.page, at }] : []
}
