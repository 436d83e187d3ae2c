import { expect, test } from 'vitest'
import { newPage } from '@/src/document'
import { countingIds, definitions } from '@/src/document/test-widgets'
import { insertWidget } from '../store/commands'
import { createEditorStore } from '../store/editor-store'
import { blockSummary } from './block-summary'
import { layerRows } from './layer-rows'

/** n1: box (a: n2 box (a: n3 leaf), b: n4 leaf), n5: leaf */
function aPage() {
  const store = createEditorStore({
    page: newPage({ title: '页面', locale: 'zh-CN' }),
    definitions,
    newId: countingIds(),
  })
  insertWidget(store, 'box', { parent: null, index: 0 })
  insertWidget(store, 'box', { parent: 'n1', slot: 'a', index: 0 })
  insertWidget(store, 'leaf', { parent: 'n2', slot: 'a', index: 0 })
  insertWidget(store, 'leaf', { parent: 'n1', slot: 'b', index: 0 })
  insertWidget(store, 'leaf', { parent: null, index: 1 })
  return store.getState().page
}

test('rows in document order, with their depth, slot and place among siblings', () => {
  const rows = layerRows(aPage(), new Set())
  expect(rows.map(({ id, depth, slot }) => `${id} ${depth} ${slot}`)).toEqual([
    'n1 0 null',
    'n2 1 a',
    'n3 2 a',
    'n4 1 b',
    'n5 0 null',
  ])
  expect(rows.at(-1)).toMatchObject({ position: 2, count: 2, hasChildren: false })
})

test('what lies in a folded block is left out, however deep', () => {
  expect(layerRows(aPage(), new Set(['n1'])).map(({ id }) => id)).toEqual(['n1', 'n5'])
})

test('a summary tells blocks of a kind apart, and is silent of what it cannot read', () => {
  const leaf = { id: 'x', type: 'leaf', version: 2, props: { text: '  满 199\n减 20 ', link: '' } }
  expect(blockSummary(definitions, leaf)).toBe('满 199 减 20')
  expect(blockSummary(definitions, { ...leaf, props: { text: '', link: '' } })).toBe('')
  expect(blockSummary(definitions, { ...leaf, version: 9 })).toBe('')
  expect(blockSummary(definitions, { ...leaf, type: 'constructor' })).toBe('')
})
