import { describe, expect, test } from 'vitest'
import type { PageDefinition } from '@/schemas/page'
import { newPage, walkPage } from '@/src/document'
import { countingIds, definitions } from '@/src/document/test-widgets'
import { insertWidget, setOnBlocks } from './commands'
import { createEditorStore, type EditorStore } from './editor-store'
import { shiftBlocks } from './shift-blocks'
import { wrapBlocks } from './wrap-blocks'

const order = ({ page }: { page: PageDefinition }) =>
  [...walkPage(page)]
    .map(({ block, parent, slot }) => (parent ? `${parent}.${slot}/${block.id}` : block.id))
    .join(' ')

/** n1 to n4: leaves. */
function aStore(): EditorStore {
  const page = newPage({ title: '页面', locale: 'zh-CN' })
  const store = createEditorStore({ page, definitions, newId: countingIds() })
  for (let index = 0; index < 4; index++) insertWidget(store, 'leaf', { parent: null, index })
  return store
}

describe('wrapping', () => {
  test('puts a container in their place, one block a slot, the rest into the last', () => {
    const store = aStore()
    expect(wrapBlocks(store, ['n4', 'n2', 'n3'], 'box')?.ok).toBe(true)
    expect(order(store.getState())).toBe('n1 n5 n5.a/n2 n5.b/n3 n5.b/n4')
    expect(store.getState().selectedIds).toEqual(['n5'])
    expect(store.getState().history.past.at(-1)?.name).toEqual({
      verb: 'wrap',
      block: { type: 'leaf', name: undefined },
      count: 3,
      type: 'box',
    })
  })

  test('is one step', () => {
    const store = aStore()
    wrapBlocks(store, ['n1', 'n3'], 'box')
    expect(order(store.getState())).toBe('n5 n5.a/n1 n5.b/n3 n2 n4')
    store.undo()
    expect(order(store.getState())).toBe('n1 n2 n3 n4')
  })

  test('changes nothing when one of them may not be moved, or the container takes none of them', () => {
    const store = aStore()
    setOnBlocks(store, ['n3'], { locked: true })
    expect(wrapBlocks(store, ['n2', 'n3'], 'box')).toMatchObject({ ok: false, code: 'locked' })
    insertWidget(store, 'box', { parent: null, index: 0 })
    expect(wrapBlocks(store, [store.getState().selectedId ?? ''], 'picky')).toMatchObject({
      ok: false,
      code: 'not_accepted',
    })
    expect(order(store.getState())).toBe('n6 n1 n2 n3 n4')
  })
})

describe('shifting several', () => {
  test('moves them together, and stops at the end of their list', () => {
    const store = aStore()
    shiftBlocks(store, ['n2', 'n3'], 1)
    expect(order(store.getState())).toBe('n1 n4 n2 n3')
    expect(shiftBlocks(store, ['n2', 'n3'], 1)).toBeUndefined()
    shiftBlocks(store, ['n2', 'n3'], -1)
    shiftBlocks(store, ['n2', 'n3'], -1)
    expect(order(store.getState())).toBe('n2 n3 n1 n4')
    expect(shiftBlocks(store, ['n2', 'n3'], -1)).toBeUndefined()
  })

  test('does nothing to blocks of different lists', () => {
    const store = aStore()
    insertWidget(store, 'box', { parent: null, index: 4 })
    insertWidget(store, 'leaf', { parent: 'n5', slot: 'a', index: 0 })
    expect(shiftBlocks(store, ['n1', 'n6'], 1)).toBeUndefined()
  })
})
