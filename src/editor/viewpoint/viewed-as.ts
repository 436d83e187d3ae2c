import type { ConditionFacts } from '@/schemas/condition-holds'
import type { Viewpoint } from '@/schemas/viewpoint-parts'

/** From where the canvas shows the page: what conditions ask besides time and tools, and the clock. */
export interface Viewed extends Pick<ConditionFacts, 'member' | 'campaign'> {
  situation: Viewpoint['situation']
  /** How far the canvas's clock is ahead of the real one, ms; behind it when negative. */
  aheadMs: number
}

export interface ViewedAs {
  read: () => Viewed
  /** Whatever depends on it is drawn anew. */
  write: (viewed: Viewed) => void
  onChange: (changed: () => void) => () => void
}

/** A stranger, now, on a page whose campaign nobody has asked about yet. */
export function createViewedAs(): ViewedAs {
  let viewed: Viewed = { situation: 'usual', aheadMs: 0 }
  const listeners = new Set<() => void>()
  return {
    read: () => viewed,
    write: (next) => {
      viewed = next
      for (const changed of [...listeners]) changed()
    },
    onChange: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}
