import { describe, expect, test } from 'vitest'
import { newPage, parentsOf } from '@/src/document'
import { countingIds, definitions } from '@/src/document/test-widgets'
import { insertWidget } from './commands'
import { editProps } from './edit-props'
import { createEditorStore } from './editor-store'
import {
  extendSelection,
  rangeOf,
  selectEdge,
  selectNeighbour,
  selectParent,
  selectSiblings,
} from './selecting'

/** n1: box (a: n2, n3, n4 leaf), n5 leaf */
function aStore() {
  const store = createEditorStore({
    page: newPage({ title: '页面', locale: 'zh-CN' }),
    definitions,
    newId: countingIds(),
  })
  insertWidget(store, 'box', { parent: null, index: 0 })
  for (let index = 0; index < 3; index++) insertWidget(store, 'leaf', { parent: 'n1', slot: 'a', index })
  insertWidget(store, 'leaf', { parent: null, index: 1 })
  return { store, selected: () => store.getState().selectedIds }
}

describe('selecting by keyboard', () => {
  test('extends from where it began, and shrinks when it goes back over it', () => {
    const { store, selected } = aStore()
    store.select('n3')
    extendSelection(store, 1)
    expect(selected()).toEqual(['n3', 'n4'])
    extendSelection(store, 1)
    expect(selected()).toEqual(['n3', 'n4'])
    extendSelection(store, -1)
    expect(selected()).toEqual(['n3'])
    extendSelection(store, -1)
    expect(selected()).toEqual(['n3', 'n2'])
  })

  test('all siblings, with the selected one last; the top level when nothing is selected', () => {
    const { store, selected } = aStore()
    store.select('n3')
    selectSiblings(store)
    expect(selected()).toEqual(['n2', 'n4', 'n3'])
    store.select(null)
    selectSiblings(store)
    expect(selected()).toEqual(['n1', 'n5'])
  })

  test('goes through the page in document order, to its ends, and up', () => {
    const { store, selected } = aStore()
    selectEdge(store, 'first')
    selectNeighbour(store, 1)
    expect(selected()).toEqual(['n2'])
    selectParent(store)
    expect(selected()).toEqual(['n1'])
    selectEdge(store, 'last')
    selectNeighbour(store, 1)
    expect(selected()).toEqual(['n5'])
  })

  test('a range goes from its beginning, in either direction', () => {
    expect(rangeOf(['a', 'b', 'c', 'd'], 'b', 'd')).toEqual(['b', 'c', 'd'])
    expect(rangeOf(['a', 'b', 'c', 'd'], 'c', 'a')).toEqual(['c', 'b', 'a'])
  })
})

describe('a page of 1,000 blocks', () => {
  test('a keystroke in one block tells that one only, and leaves the rows as they are (Puck 644, 950; lowcode-engine 980)', () => {
    const { store } = aStore()
    for (let i = 0; i < 1_000; i++) insertWidget(store, 'leaf', { parent: null, index: 2 })
    const told: string[] = []
    for (const id of Object.keys(store.getState().page.blocks)) {
      store.listeners.onBlock(id, () => told.push(id))
    }
    const structure = parentsOf(store.getState().page)
    editProps(store, 'n500', { patch: { text: '字' }, path: ['text'], isContinuous: true })
    expect(told).toEqual(['n500'])
    expect(parentsOf(store.getState().page)).toBe(structure)
  })
})
