import type { ConditionFacts } from '@/schemas/condition-holds'

/** For whom, and during what, the canvas shows the page: what conditions ask besides time and tools. */
type Viewer = Pick<ConditionFacts, 'member' | 'campaign'>

export interface ViewedAs {
  read: () => Viewer
  /** Changes what is named and leaves the rest; whatever depends on it is drawn anew. */
  write: (viewer: Viewer) => void
  onChange: (changed: () => void) => () => void
}

/** A stranger, on a page whose campaign nobody has asked about yet. */
export function createViewedAs(): ViewedAs {
  let viewer: Viewer = {}
  const listeners = new Set<() => void>()
  return {
    read: () => viewer,
    write: (next) => {
      viewer = { ...viewer, ...next }
      for (const changed of [...listeners]) changed()
    },
    onChange: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}
