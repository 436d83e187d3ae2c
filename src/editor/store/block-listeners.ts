import type { BlockId } from '@/schemas/page'
import type { PageDiff } from '@/src/document'

/** Tells who watches a block that its record changed, and who watches the page that its head did. */
export interface BlockListeners {
  onBlock: (id: BlockId, changed: () => void) => () => void
  onPage: (changed: () => void) => () => void
  tell: (diff: PageDiff) => void
}

/** One list of listeners a block, so that a change costs what it touches, however long the page. */
export function createBlockListeners(): BlockListeners {
  const byBlock = new Map<BlockId, Set<() => void>>()
  const ofPage = new Set<() => void>()
  return {
    onBlock: (id, changed) => {
      const listeners = byBlock.get(id) ?? new Set()
      byBlock.set(id, listeners.add(changed))
      return () => {
        listeners.delete(changed)
        if (listeners.size === 0 && byBlock.get(id) === listeners) byBlock.delete(id)
      }
    },
    onPage: (changed) => {
      ofPage.add(changed)
      return () => ofPage.delete(changed)
    },
    tell: (diff) => {
      // Copied: a listener may stop listening, or start, while it is told.
      for (const id of Object.keys(diff.blocks ?? {}))
        for (const changed of [...(byBlock.get(id) ?? [])]) changed()
      if (diff.page) for (const changed of [...ofPage]) changed()
    },
  }
}
