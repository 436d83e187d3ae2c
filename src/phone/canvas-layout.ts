import type { CanvasLayout, CanvasRect } from '../../schemas/canvas'

/** Tells when rectangles may have moved, at most once a frame. */
export interface LayoutWatch {
  watch: (element: Element) => void
  forget: (element: Element) => void
  /** Something was drawn anew. */
  changed: () => void
  onLayout: (changed: () => void) => () => void
  end: () => void
}

/**
 * Rectangles move when a block's size changes, which a ResizeObserver sees, or when blocks come,
 * go or change place, which the canvas itself reports. A ticking countdown does neither.
 */
export function createLayoutWatch(view: Window & typeof globalThis): LayoutWatch {
  const listeners = new Set<() => void>()
  let frame = 0
  const changed = () => {
    frame ||= view.requestAnimationFrame(() => {
      frame = 0
      for (const listener of [...listeners]) listener()
    })
  }
  const sizes = new view.ResizeObserver(changed)
  sizes.observe(view.document.body)
  return {
    watch: (element) => sizes.observe(element),
    forget: (element) => sizes.unobserve(element),
    changed,
    onLayout: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    end: () => {
      view.cancelAnimationFrame(frame)
      sizes.disconnect()
      listeners.clear()
    },
  }
}

/** Every block's and slot's rectangle in document order, read in one go without a write between. */
export function measureLayout(document: Document): CanvasLayout {
  const top = document.documentElement.getBoundingClientRect()
  const layout: CanvasLayout = { height: document.documentElement.scrollHeight, blocks: [], slots: [] }
  for (const element of document.querySelectorAll<HTMLElement>('[data-block],[data-slot]')) {
    const { x, y, width, height } = element.getBoundingClientRect()
    const rect: CanvasRect = { x: x - top.x, y: y - top.y, width, height }
    const { block, slot, of } = element.dataset
    if (block !== undefined) layout.blocks.push({ id: block, ...rect })
    else if (slot !== undefined && of !== undefined) layout.slots.push({ blockId: of, slot, ...rect })
  }
  return layout
}
