import { describe, expect, test } from 'vitest'
import { newPage, type Place } from '@/src/document'
import { countingIds, definitions } from '@/src/document/test-widgets'
import { insertWidget } from '../store/commands'
import { createEditorStore } from '../store/editor-store'
import { findRowTarget } from './find-row-target'
import { layerRows } from './layer-rows'
import { ROW_PX } from './use-row-window'

/**
 * 0 n1 box
 * 1   n2 box (in a)
 * 2     n3 leaf (in a)
 * 3 n4 leaf
 * 4 n5 picky: takes leaves only
 */
function aTree(folded: string[] = []) {
  const store = createEditorStore({
    page: newPage({ title: '页面', locale: 'zh-CN' }),
    definitions,
    newId: countingIds(),
  })
  const put = (type: string, at: Place) => insertWidget(store, type, at)
  put('box', { parent: null, index: 0 })
  put('box', { parent: 'n1', slot: 'a', index: 0 })
  put('leaf', { parent: 'n2', slot: 'a', index: 0 })
  put('leaf', { parent: null, index: 1 })
  put('picky', { parent: null, index: 2 })
  const { page } = store.getState()
  return { rows: layerRows(page, new Set(folded)), page, definitions }
}

/** A point of a row: 0 is its upper edge, 1 its lower one. */
const at = (row: number, share: number, x = 200) => ({ x, y: (row + share) * ROW_PX })
const leaf = { types: ['leaf'], ids: [] }

describe('findRowTarget', () => {
  test.each<[string, { x: number; y: number }, Place | undefined]>([
    ['above a row', at(3, 0.2), { parent: null, index: 1 }],
    ['below a row', at(3, 0.8), { parent: null, index: 2 }],
    ['in the middle of a container', at(0, 0.5), { parent: 'n1', slot: 'a', index: 1 }],
    ['above a container', at(0, 0.1), { parent: null, index: 0 }],
    ['below an open container: its first place', at(0, 0.9), { parent: 'n1', slot: 'a', index: 0 }],
    ['below the last row of two containers', at(2, 0.9), { parent: 'n2', slot: 'a', index: 1 }],
    ['the same, further to the left', at(2, 0.9, 30), { parent: 'n1', slot: 'a', index: 1 }],
    ['the same, all the way out', at(2, 0.9, 2), { parent: null, index: 1 }],
    ['below everything', at(9, 0.5), { parent: null, index: 3 }],
  ])('%s', (_, point, place) => {
    expect(findRowTarget(aTree(), point, leaf)?.place).toEqual(place)
  })

  test('below a folded container is beside it', () => {
    expect(findRowTarget(aTree(['n1']), at(0, 0.9), leaf)?.place).toEqual({ parent: null, index: 1 })
  })

  test('a container that does not take them has only sides', () => {
    const boxes = { types: ['box'], ids: [] }
    expect(findRowTarget(aTree(), at(4, 0.45), boxes)?.place).toEqual({ parent: null, index: 2 })
    expect(findRowTarget(aTree(), at(4, 0.45), leaf)?.place).toMatchObject({ parent: 'n5' })
  })

  test('nothing goes into itself', () => {
    const dragged = { types: ['box'], ids: ['n1'] }
    expect(findRowTarget(aTree(), at(1, 0.5), dragged)).toBeNull()
    expect(findRowTarget(aTree(), at(0, 0.5), dragged)).toBeNull()
  })
})
