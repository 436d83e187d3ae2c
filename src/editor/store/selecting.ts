import type { BlockId } from '@/schemas/page'
import { blockOf, childrenOf, parentsOf, walkPage } from '@/src/document'
import type { EditorStore } from './editor-store'
import { revealBlock } from './reveal-block'

/* How the keyboard goes from block to block. */

/** The next or previous block of the page in document order; from no selection, its first or last. */
export function selectNeighbour(store: EditorStore, by: 1 | -1): void {
  const { page, selectedId } = store.getState()
  const ids = inOrder(store)
  const at = selectedId === null ? -1 : ids.indexOf(selectedId)
  const next = at < 0 ? (by > 0 ? page.root[0] : ids.at(-1)) : ids[at + by]
  if (next !== undefined) selectAndReveal(store, next)
}

/** The page's first or last block. */
export function selectEdge(store: EditorStore, edge: 'first' | 'last'): void {
  const next = edge === 'first' ? inOrder(store)[0] : inOrder(store).at(-1)
  if (next !== undefined) selectAndReveal(store, next)
}

/** All that stand beside the selected block; all of the page's top level while none is selected. */
export function selectSiblings(store: EditorStore): void {
  const { page, selectedId } = store.getState()
  const siblings = selectedId === null ? page.root : siblingsOf(store, selectedId)
  // The selected one stays the last, from which the keyboard goes on.
  store.select(selectedId === null ? siblings : [...siblings.filter((id) => id !== selectedId), selectedId])
}

/**
 * One sibling more, or one fewer when going back: the selection is from where it began up to the
 * block it has come to.
 */
export function extendSelection(store: EditorStore, by: 1 | -1): void {
  const { selectedId, selectedIds } = store.getState()
  const [anchor] = selectedIds
  if (selectedId === null || anchor === undefined) {
    selectNeighbour(store, by)
    return
  }
  const siblings = siblingsOf(store, selectedId)
  const next = siblings[siblings.indexOf(selectedId) + by]
  if (next === undefined) return
  store.select(siblings.includes(anchor) ? rangeOf(siblings, anchor, next) : [...selectedIds, next])
  revealBlock(store, next)
}

/** From one id of the list to another, both included, in the direction from `from` to `to`. */
export function rangeOf(ids: readonly BlockId[], from: BlockId, to: BlockId): BlockId[] {
  const a = ids.indexOf(from)
  const b = ids.indexOf(to)
  return a <= b ? ids.slice(a, b + 1) : ids.slice(b, a + 1).reverse()
}

/** What holds the selected block; nothing when that is the page. */
export function selectParent(store: EditorStore): void {
  const { page, selectedId } = store.getState()
  if (selectedId !== null) store.select(parentsOf(page).get(selectedId)?.parent ?? null)
}

/** Takes a block into the selection, or out of it. */
export function toggleSelected(store: EditorStore, id: BlockId): void {
  const { selectedIds } = store.getState()
  store.select(selectedIds.includes(id) ? selectedIds.filter((other) => other !== id) : [...selectedIds, id])
}

function selectAndReveal(store: EditorStore, id: BlockId): void {
  store.select(id)
  revealBlock(store, id)
}

function inOrder(store: EditorStore): BlockId[] {
  return [...walkPage(store.getState().page)].map(({ block }) => block.id)
}

function siblingsOf(store: EditorStore, id: BlockId): readonly BlockId[] {
  const { page } = store.getState()
  const at = parentsOf(page).get(id)
  return at && blockOf(page, id) ? childrenOf(page, at) : []
}
