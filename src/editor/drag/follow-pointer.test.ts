import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CanvasLayout } from '@/schemas/canvas'
import { newPage } from '@/src/document'
import { countingIds, definitions } from '@/src/document/test-widgets'
import { insertWidget } from '../store/commands'
import { createEditorStore } from '../store/editor-store'
import { followPointer } from './follow-pointer'

const DRAGGED = { types: ['leaf'], ids: [] }
const FRAME_MS = 16

/** A window whose frames come when they are asked for. */
let frames: FrameRequestCallback[] = []
let now = 0
function frame() {
  const due = frames
  frames = []
  now += FRAME_MS
  for (const callback of due) callback(now)
}

beforeEach(() => {
  frames = []
  now = 0
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback))
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = []
  })
})
afterEach(() => vi.unstubAllGlobals())

/** n1 to n3: leaves of 100 px each; the canvas shows 200 px of them at the window's corner. */
function aDrag() {
  const page = newPage({ title: '页面', locale: 'en' })
  const store = createEditorStore({ page, definitions, newId: countingIds() })
  const layout: CanvasLayout = { height: 300, blocks: [], slots: [] }
  for (let index = 0; index < 3; index++) {
    insertWidget(store, 'leaf', { parent: null, index })
    layout.blocks.push({ id: `n${index + 1}`, x: 0, y: index * 100, width: 390, height: 100 })
  }
  let scrollTop = 0
  const bounds = { left: 0, right: 390, top: 0, bottom: 200 }
  const pointAt = (x: number, y: number) => ({ x, y: y + scrollTop })
  store.canvas.current = {
    bounds: () => bounds,
    width: () => 390,
    scale: () => 1,
    pointAt,
    toCanvas: (x, y) => (x >= 0 && x < 390 && y >= 0 && y < 200 ? pointAt(x, y) : null),
    scrollIntoView: () => {},
    scrollBy: (px) => {
      const before = scrollTop
      scrollTop = Math.min(100, Math.max(0, scrollTop + px))
      return scrollTop !== before
    },
  }
  store.setState({ layout, drag: { dragged: DRAGGED, source: undefined, target: null } })
  const told = vi.fn()
  store.subscribe(told)
  const following = followPointer(store, DRAGGED)
  return { store, following, told, index: () => store.getState().drag?.target?.place.index }
}

describe('following a pointer', () => {
  test('looks once a frame, and tells nobody while the place is the same (dnd-kit: everything redraws on each move)', () => {
    const { following, told, index } = aDrag()
    for (let y = 60; y < 90; y++) following.moveTo({ clientX: 100, clientY: y })
    expect(told).not.toHaveBeenCalled()
    frame()
    expect(index()).toBe(1)
    expect(told).toHaveBeenCalledTimes(1)
    following.moveTo({ clientX: 120, clientY: 95 })
    frame()
    expect(told).toHaveBeenCalledTimes(1)
  })

  test('a drop while moving lands under the pointer, not where it was a frame ago (Puck 1836)', () => {
    const { following, index } = aDrag()
    following.moveTo({ clientX: 100, clientY: 60 })
    frame()
    following.moveTo({ clientX: 100, clientY: 20 })
    following.settle()
    expect(index()).toBe(0)
  })

  test('scrolls on while the pointer rests near the edge, and stops at the end', () => {
    const { following, index } = aDrag()
    following.moveTo({ clientX: 100, clientY: 195 })
    let count = 0
    for (; frames.length > 0 && count < 100; count++) frame()
    expect(count).toBeGreaterThan(3)
    expect(count).toBeLessThan(100)
    expect(index()).toBe(3)
  })

  test('is no place outside the canvas, and over once it has ended', () => {
    const { following, store, told } = aDrag()
    following.moveTo({ clientX: 100, clientY: 60 })
    frame()
    following.moveTo({ clientX: 500, clientY: 60 })
    frame()
    expect(store.getState().drag?.target).toBeNull()
    following.end()
    told.mockClear()
    window.dispatchEvent(new Event('scroll'))
    frame()
    expect(told).not.toHaveBeenCalled()
  })
})
