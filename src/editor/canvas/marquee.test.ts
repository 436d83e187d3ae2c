import { describe, expect, test } from 'vitest'
import type { CanvasLayout } from '@/schemas/canvas'
import { newPage } from '@/src/document'
import { countingIds, definitions } from '@/src/document/test-widgets'
import { insertWidget } from '../store/commands'
import { createEditorStore } from '../store/editor-store'
import { blocksTouching, rectBetween } from './marquee'

/** n1: leaf (0–100), n2: box (100–300) with n3 and n4 in its left half, n5: leaf (300–400) */
function drawn() {
  const page = newPage({ title: '页面', locale: 'en' })
  const store = createEditorStore({ page, definitions, newId: countingIds() })
  insertWidget(store, 'leaf', { parent: null, index: 0 })
  insertWidget(store, 'box', { parent: null, index: 1 })
  insertWidget(store, 'leaf', { parent: 'n2', slot: 'a', index: 0 })
  insertWidget(store, 'leaf', { parent: 'n2', slot: 'a', index: 1 })
  insertWidget(store, 'leaf', { parent: null, index: 2 })
  const layout: CanvasLayout = {
    height: 400,
    blocks: [
      { id: 'n1', x: 0, y: 0, width: 390, height: 100 },
      { id: 'n2', x: 0, y: 100, width: 390, height: 200 },
      { id: 'n3', x: 0, y: 110, width: 190, height: 60 },
      { id: 'n4', x: 0, y: 180, width: 190, height: 60 },
      { id: 'n5', x: 0, y: 300, width: 390, height: 100 },
    ],
    slots: [],
  }
  const { page: now } = store.getState()
  return (x1: number, y1: number, x2: number, y2: number) =>
    blocksTouching(layout, now, rectBetween({ x: x1, y: y1 }, { x: x2, y: y2 })).join(' ')
}

describe('a marquee', () => {
  test('takes what it touches, drawn in any direction', () => {
    expect(drawn()(50, 50, 60, 200)).toBe('n1 n2')
    expect(drawn()(60, 200, 50, 50)).toBe('n1 n2')
    expect(drawn()(10, 420, 20, 90)).toBe('n1 n2 n5')
  })

  test('keeps to the outermost level as soon as it leaves a container', () => {
    expect(drawn()(10, 120, 20, 310)).toBe('n2 n5')
  })

  test('within a container takes what stands in it', () => {
    expect(drawn()(10, 120, 20, 200)).toBe('n3 n4')
    expect(drawn()(10, 175, 20, 200)).toBe('n4')
  })

  test('over nothing in a container is the container, beside everything nothing', () => {
    expect(drawn()(250, 120, 300, 200)).toBe('n2')
    expect(drawn()(10, 410, 20, 500)).toBe('')
  })
})
