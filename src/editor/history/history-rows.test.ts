import { expect, test } from 'vitest'
import { newPage } from '@/src/document'
import { countingIds, definitions } from '@/src/document/test-widgets'
import { insertWidget } from '../store/commands'
import { createEditorStore } from '../store/editor-store'
import { MAX_STEPS } from '../store/history'
import { historyLength, historyRow } from './history-rows'

function aStore(steps: number) {
  const store = createEditorStore({
    page: newPage({ title: '页面', locale: 'zh-CN' }),
    definitions,
    newId: countingIds(),
  })
  for (let i = 0; i < steps; i++) insertWidget(store, 'leaf', { parent: null, index: 0 })
  return store
}

const rowsOf = (store: ReturnType<typeof aStore>) => {
  const { history } = store.getState()
  return Array.from({ length: historyLength(history) }, (_, i) => historyRow(history, i))
}

test('each step has a row; the one that is now is marked, what is undone is told apart', () => {
  const store = aStore(3)
  store.travelTo(1)
  expect(rowsOf(store).map(({ state }) => state)).toEqual(['past', 'current', 'undone', 'undone'])
  expect(rowsOf(store).map(({ name }) => name?.verb)).toEqual([undefined, 'insert', 'insert', 'insert'])
})

test('each row leads to where it says, there and back', () => {
  const store = aStore(5)
  for (const { done } of rowsOf(store).reverse()) {
    store.travelTo(done)
    expect(store.getState().page.root).toHaveLength(done)
    expect(rowsOf(store).find(({ state }) => state === 'current')?.done).toBe(done)
  }
  store.travelTo(5)
  expect(store.getState().page.root).toHaveLength(5)
})

test('there are never more than are kept', () => {
  expect(rowsOf(aStore(MAX_STEPS + 20))).toHaveLength(MAX_STEPS + 1)
})
