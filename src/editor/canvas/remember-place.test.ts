import { expect, test } from 'vitest'
import { newPage } from '@/src/document'
import { countingIds, definitions } from '@/src/document/test-widgets'
import { insertWidget, moveBlocks, removeBlocks } from '../store/commands'
import { createEditorStore } from '../store/editor-store'
import { rememberPlace } from './remember-place'

/** n1: leaf, n2: box (a: n3 leaf), n4: leaf */
function aStore() {
  const page = newPage({ title: '页面', locale: 'en' })
  const store = createEditorStore({ page, definitions, newId: countingIds() })
  insertWidget(store, 'leaf', { parent: null, index: 0 })
  insertWidget(store, 'box', { parent: null, index: 1 })
  insertWidget(store, 'leaf', { parent: 'n2', slot: 'a', index: 0 })
  insertWidget(store, 'leaf', { parent: null, index: 2 })
  return store
}

test('what arrives late goes where its neighbours are then (Puck 1756: an index captured before)', () => {
  const store = aStore()
  const find = rememberPlace(store.getState().page, { parent: null, index: 1 })
  insertWidget(store, 'leaf', { parent: null, index: 0 })
  expect(find(store.getState().page)).toEqual({ parent: null, index: 2 })
  moveBlocks(store, ['n1'], { parent: null, index: 9 })
  expect(find(store.getState().page)).toEqual({ parent: null, index: 4 })
  removeBlocks(store, ['n1'])
  expect(find(store.getState().page)).toEqual({ parent: null, index: 1 })
})

test('into a slot that has been emptied, and to the end of the page when its block is gone', () => {
  const store = aStore()
  const find = rememberPlace(store.getState().page, { parent: 'n2', slot: 'a', index: 1 })
  removeBlocks(store, ['n3'])
  expect(find(store.getState().page)).toEqual({ parent: 'n2', slot: 'a', index: 0 })
  removeBlocks(store, ['n2'])
  expect(find(store.getState().page)).toEqual({ parent: null, index: 2 })
})
