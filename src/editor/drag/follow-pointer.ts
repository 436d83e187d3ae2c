import { type Dragged, type DropTarget, findDropTarget } from '../canvas/find-drop-target'
import type { EditorStore } from '../store/editor-store'
import { scrollSpeed } from './scroll-speed'

export interface Following {
  moveTo: (point: { clientX: number; clientY: number }) => void
  /** Takes the last place of the pointer into account; a drop may come before the next frame. */
  settle: () => void
  end: () => void
}

/** After a pause longer than this the canvas does not jump to catch up, ms. */
const LONGEST_FRAME_MS = 50

/**
 * Keeps the drop target under the pointer, and scrolls while it rests near an edge: at most once
 * a frame, from rectangles measured before, and telling nobody while the target stays the same.
 */
export function followPointer(store: EditorStore, dragged: Dragged): Following {
  let last: { clientX: number; clientY: number } | undefined
  let frame = 0
  let scrolledAt: number | undefined

  const request = () => {
    frame ||= requestAnimationFrame((now) => {
      frame = 0
      if (scroll(now)) request()
      find()
    })
  }

  /** True while there is more to scroll. */
  function scroll(now: number): boolean {
    const { current: canvas } = store.canvas
    const speed = canvas && last ? scrollSpeed(canvas.bounds(), last) : 0
    const elapsed = scrolledAt === undefined ? 0 : Math.min(LONGEST_FRAME_MS, now - scrolledAt)
    scrolledAt = speed === 0 ? undefined : now
    if (!canvas || speed === 0) return false
    return elapsed === 0 || canvas.scrollBy((speed * elapsed) / 1000)
  }

  function find() {
    const { drag, layout, page } = store.getState()
    const { current: canvas } = store.canvas
    if (!drag || !last) return
    const point = canvas?.toCanvas(last.clientX, last.clientY) ?? null
    const onCanvas =
      point && canvas && layout
        ? findDropTarget({ layout, width: canvas.width() }, page, store.definitions, point, dragged)
        : null
    const inLayers = store.layers.current?.targetAt(last, dragged)
    const target = inLayers === undefined ? onCanvas : inLayers
    if (!isSameTarget(target, drag.target)) store.setState({ drag: { ...drag, target } })
  }

  window.addEventListener('scroll', request, { capture: true, passive: true })
  // The page may still be settling: an image arrives, or the block dropped before is drawn.
  const stopLayout = store.subscribe((now, before) => now.layout !== before.layout && request())
  return {
    moveTo: (point) => {
      last = point
      request()
    },
    settle: find,
    end: () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', request, { capture: true })
      stopLayout()
    },
  }
}

function isSameTarget(a: DropTarget | null, b: DropTarget | null): boolean {
  if (!a || !b) return a === b
  return (
    a.place.parent === b.place.parent &&
    a.place.slot === b.place.slot &&
    a.place.index === b.place.index &&
    a.isSamePlace === b.isSamePlace &&
    a.row?.row === b.row?.row &&
    a.row?.isInside === b.row?.isInside &&
    isSameShape(a.line, b.line) &&
    isSameShape(a.container, b.container)
  )
}

function isSameShape<T extends object>(a: T, b: T): boolean {
  return (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key])
}
