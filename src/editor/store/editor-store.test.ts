import { describe, expect, test } from 'vitest'
import type { PageDefinition } from '@/schemas/page'
import { newPage, type Place, walkPage } from '@/src/document'
import { countingIds, definitions } from '@/src/document/test-widgets'
import {
  duplicateBlocks,
  insertWidget,
  moveBlocks,
  placeAfterSelection,
  removeBlocks,
  setOnBlocks,
  shiftBlock,
  shiftBlockSideways,
} from './commands'
import { editProps } from './edit-props'
import { createEditorStore, type EditorStore } from './editor-store'
import { MAX_STEPS } from './history'
import { shiftBlocks } from './shift-blocks'

const TOP = (index: number): Place => ({ parent: null, index })
const order = ({ page }: { page: PageDefinition }) =>
  [...walkPage(page)]
    .map(({ block, parent, slot }) => (parent ? `${parent}.${slot}/${block.id}` : block.id))
    .join(' ')
const verbs = (store: EditorStore) => store.getState().history.past.map((step) => step.name.verb)
const textOf = (store: EditorStore, id: string) => store.getState().page.blocks[id]?.props.text

/** n1: box (a: n2 leaf), n3: leaf */
function aStore(): EditorStore {
  const page = newPage({ title: '页面', locale: 'zh-CN' })
  const store = createEditorStore({ page, definitions, newId: countingIds() })
  insertWidget(store, 'box', TOP(0))
  insertWidget(store, 'leaf', { parent: 'n1', slot: 'a', index: 0 })
  insertWidget(store, 'leaf', TOP(1))
  return store
}

const type = (store: EditorStore, id: string, text: string, path: (string | number)[] = ['text']) =>
  editProps(store, id, { patch: { text }, path, isContinuous: true })

describe('history', () => {
  test('undo and redo go through every step, and select what was selected then', () => {
    const store = aStore()
    const after = store.getState().page
    expect(order(store.getState())).toBe('n1 n1.a/n2 n3')
    while (store.undo());
    expect(order(store.getState())).toBe('')
    expect(store.getState().selectedId).toBeNull()
    while (store.redo());
    expect(store.getState().page).toEqual(after)
    expect(store.getState().selectedId).toBe('n3')
  })

  test('a new change forgets what was undone', () => {
    const store = aStore()
    store.undo()
    insertWidget(store, 'box', TOP(0))
    expect(store.redo()).toBeUndefined()
  })

  test('typing into one field is one step (Craft 595: one step per tick)', () => {
    const store = aStore()
    for (const text of ['双', '双1', '双11']) type(store, 'n3', text)
    expect(verbs(store)).toEqual(['insert', 'insert', 'insert', 'setProp'])
    store.undo()
    expect(textOf(store, 'n3')).toBe('')
    store.redo()
    expect(textOf(store, 'n3')).toBe('双11')
  })

  test('typing is a step of its own after the field was left, in another field, and after an undo', () => {
    const store = aStore()
    type(store, 'n3', 'a')
    store.closeStep()
    type(store, 'n3', 'ab')
    type(store, 'n2', 'x')
    type(store, 'n3', 'abc')
    expect(verbs(store).slice(3)).toHaveLength(4)
    store.undo()
    type(store, 'n3', 'abd')
    store.undo()
    expect(textOf(store, 'n3')).toBe('ab')
  })

  test('typing that ends where it began leaves no step', () => {
    const store = aStore()
    type(store, 'n3', 'a')
    type(store, 'n3', '')
    expect(verbs(store)).toEqual(['insert', 'insert', 'insert'])
    store.undo()
    expect(store.getState().page.blocks.n3).toBeUndefined()
  })

  test('sixty colour ticks are one step (Craft 595: one step per tick)', () => {
    const store = aStore()
    for (let i = 0; i < 60; i++) {
      store.change({
        operation: { kind: 'setBlock', id: 'n3', patch: { style: { background: `#0000${10 + i}` } } },
        name: { verb: 'restyle', block: { type: 'leaf' } },
        mergeKey: 'n3:look.background',
      })
    }
    expect(verbs(store)).toEqual(['insert', 'insert', 'insert', 'restyle'])
    store.undo()
    expect(store.getState().page.blocks.n3).not.toHaveProperty('style')
  })

  test('looking is no step: selecting, pointing, zooming, an end of what never began (Puck 1521: a phantom step of a click)', () => {
    const store = aStore()
    while (store.undo());
    while (store.redo());
    const { history, page } = store.getState()
    store.select('n2')
    store.select(null)
    store.setState({ hoveredId: 'n1', zoom: 2, deviceWidth: 320 })
    store.closeStep()
    store.abandonStep()
    expect(store.getState()).toMatchObject({ history, page })
    expect(verbs(store)).toHaveLength(3)
    store.travelTo(3)
    expect(verbs(store)).toHaveLength(3)
    expect(store.getState().page).toBe(page)
  })

  test('what changes nothing is no step, and ends a run of changes (Puck 1521: a step between equal states)', () => {
    const store = aStore()
    expect(moveBlocks(store, ['n3'], TOP(1))).toEqual({ ok: true })
    expect(verbs(store)).toHaveLength(3)
    type(store, 'n3', 'a')
    moveBlocks(store, ['n3'], TOP(2))
    type(store, 'n3', 'ab')
    expect(verbs(store)).toHaveLength(5)
  })

  test('every reorder is recorded: by keys, by a drop, of several, within a slot (Puck 1679: a missed one)', () => {
    const store = aStore()
    insertWidget(store, 'leaf', { parent: 'n1', slot: 'a', index: 1 })
    const reorders: [() => unknown, string][] = [
      [() => shiftBlock(store, 'n3', -1), 'n3 n1 n1.a/n2 n1.a/n4'],
      [() => moveBlocks(store, ['n3'], TOP(2)), 'n1 n1.a/n2 n1.a/n4 n3'],
      [() => moveBlocks(store, ['n4'], { parent: 'n1', slot: 'a', index: 0 }), 'n1 n1.a/n4 n1.a/n2 n3'],
      [() => shiftBlockSideways(store, 'n2', 1), 'n1 n1.a/n4 n1.b/n2 n3'],
      [() => moveBlocks(store, ['n4', 'n2'], TOP(0)), 'n4 n2 n1 n3'],
      [() => shiftBlocks(store, ['n4', 'n2'], 1), 'n1 n4 n2 n3'],
    ]
    const before = [order(store.getState())]
    for (const [reorder, after] of reorders) {
      const { length } = verbs(store)
      reorder()
      expect(order(store.getState())).toBe(after)
      expect(verbs(store)).toHaveLength(length + 1)
      before.push(after)
    }
    for (const state of before.reverse().slice(1)) {
      store.undo()
      expect(order(store.getState())).toBe(state)
    }
  })

  test(`keeps ${MAX_STEPS} steps`, () => {
    const store = aStore()
    for (let i = 0; i < MAX_STEPS + 20; i++) {
      type(store, 'n3', `text ${i}`)
      store.closeStep()
    }
    expect(store.getState().history.past).toHaveLength(MAX_STEPS)
    while (store.undo());
    expect(textOf(store, 'n3')).toBe('text 19')
  })

  test('jumps to any step at once, and tells each block once', () => {
    const store = aStore()
    type(store, 'n3', 'a')
    store.closeStep()
    type(store, 'n3', 'ab')
    const told: string[] = []
    store.listeners.onBlock('n3', () => told.push('n3'))
    store.travelTo(3)
    expect(textOf(store, 'n3')).toBe('')
    expect(told).toEqual(['n3'])
    store.travelTo(5)
    expect(textOf(store, 'n3')).toBe('ab')
    store.travelTo(0)
    expect(order(store.getState())).toBe('')
    store.travelTo(5)
    expect(textOf(store, 'n3')).toBe('ab')
    expect(store.getState().history.past).toHaveLength(5)
  })

  test('a gesture that is abandoned was never there: what could be redone still can', () => {
    const store = aStore()
    store.undo()
    type(store, 'n2', 'a')
    type(store, 'n2', 'ab')
    store.abandonStep()
    expect(textOf(store, 'n2')).toBe('')
    expect(verbs(store)).toEqual(['insert', 'insert'])
    expect(store.redo()?.name.verb).toBe('insert')
    expect(store.getState().page.blocks.n3).toBeDefined()
    store.abandonStep()
    expect(verbs(store)).toHaveLength(3)
  })

  test('a refused change changes nothing and says why', () => {
    const store = aStore()
    const before = store.getState()
    expect(moveBlocks(store, ['n1'], { parent: 'n1', slot: 'a', index: 0 })).toMatchObject({
      ok: false,
      code: 'cycle',
    })
    expect(store.getState()).toBe(before)
  })
})

describe('props that are refused', () => {
  test('are kept beside the page until they are put right', () => {
    const store = aStore()
    editProps(store, 'n3', { patch: { link: 'javascript:1' }, path: ['link'], isContinuous: true })
    expect(store.getState().page.blocks.n3?.props.link).toBe('')
    expect(store.getState().refused.n3).toMatchObject({
      values: { link: 'javascript:1' },
      problems: [{ code: 'unsafe_link', path: ['link'] }],
    })
    editProps(store, 'n3', { patch: { link: 'https://x.cn' }, path: ['link'], isContinuous: true })
    expect(store.getState().page.blocks.n3?.props.link).toBe('https://x.cn')
    expect(store.getState().refused).toEqual({})
  })

  test('do not hold back another field', () => {
    const store = aStore()
    editProps(store, 'n3', { patch: { link: 'javascript:1' }, path: ['link'], isContinuous: true })
    type(store, 'n3', '好')
    expect(textOf(store, 'n3')).toBe('好')
    expect(store.getState().refused.n3?.values).toEqual({ link: 'javascript:1' })
  })

  test('are dropped by undo', () => {
    const store = aStore()
    editProps(store, 'n3', { patch: { link: 'javascript:1' }, path: ['link'], isContinuous: true })
    store.undo()
    expect(store.getState().refused).toEqual({})
  })
})

test('a late answer reaches its block wherever that has moved (Puck 1756: a captured index)', () => {
  const store = aStore()
  const arrive = (link: string) =>
    editProps(store, 'n3', { patch: { link }, path: ['link'], isContinuous: false })
  shiftBlock(store, 'n3', -1)
  insertWidget(store, 'leaf', TOP(0))
  arrive('/assets/u/1.png')
  expect(store.getState().page.blocks.n3?.props.link).toBe('/assets/u/1.png')
  removeBlocks(store, ['n3'])
  expect(() => arrive('/assets/u/2.png')).not.toThrow()
})

test('only who watches a changed block is told (Puck 644, lowcode-engine 980: the whole tree redraws)', () => {
  const store = aStore()
  const told: string[] = []
  for (const id of ['n1', 'n2', 'n3']) store.listeners.onBlock(id, () => told.push(id))
  store.listeners.onPage(() => told.push('page'))
  type(store, 'n2', 'x')
  expect(told).toEqual(['n2'])
  moveBlocks(store, ['n3'], { parent: 'n1', slot: 'b', index: 0 })
  expect(told.slice(1).sort()).toEqual(['n1', 'page'])
  store.undo()
  expect(told.slice(3).sort()).toEqual(['n1', 'page'])
})

describe('several blocks', () => {
  test('are removed, copied and moved as one step, inner ones with the ones that hold them', () => {
    const store = aStore()
    removeBlocks(store, ['n3', 'n2', 'n1'])
    expect(order(store.getState())).toBe('')
    expect(store.getState().history.past.at(-1)?.name).toMatchObject({ verb: 'remove', count: 2 })
    store.undo()
    expect(order(store.getState())).toBe('n1 n1.a/n2 n3')

    duplicateBlocks(store, ['n3', 'n1'])
    expect(order(store.getState())).toBe('n1 n1.a/n2 n3 n4 n4.a/n5 n6')
    expect(store.getState().selectedIds).toEqual(['n4', 'n6'])
    moveBlocks(store, ['n6', 'n3'], { parent: 'n1', slot: 'b', index: 0 })
    expect(order(store.getState())).toBe('n1 n1.a/n2 n1.b/n3 n1.b/n6 n4 n4.a/n5')
    moveBlocks(store, ['n1', 'n4'], TOP(2))
    expect(order(store.getState())).toBe('n1 n1.a/n2 n1.b/n3 n1.b/n6 n4 n4.a/n5')
    store.undo()
    store.undo()
    expect(order(store.getState())).toBe('n1 n1.a/n2 n3')
  })

  test('one that is locked holds all of them back', () => {
    const store = aStore()
    setOnBlocks(store, ['n3'], { locked: true })
    expect(removeBlocks(store, ['n1', 'n3'])).toMatchObject({ ok: false, code: 'locked' })
    expect(order(store.getState())).toBe('n1 n1.a/n2 n3')
    setOnBlocks(store, ['n1', 'n2'], { hidden: true })
    expect(store.getState().page.blocks.n2?.hidden).toBe(true)
    expect(verbs(store)).toEqual(['insert', 'insert', 'insert', 'lock', 'hide'])
  })

  test('a selection keeps its order, without what is gone', () => {
    const store = aStore()
    store.select(['n3', 'n1', 'n3', 'nobody'])
    expect(store.getState()).toMatchObject({ selectedIds: ['n3', 'n1'], selectedId: 'n1' })
    store.undo()
    expect(store.getState().selectedIds).toEqual(['n2'])
  })
})

describe('commands', () => {
  test('a new block goes after the selection, or after what holds it when it is not taken there', () => {
    const store = aStore()
    store.select('n2')
    expect(placeAfterSelection(store, 'leaf')).toEqual({ parent: 'n1', slot: 'a', index: 1 })
    insertWidget(store, 'picky', TOP(2))
    insertWidget(store, 'leaf', { parent: 'n4', slot: 'only', index: 0 })
    expect(placeAfterSelection(store, 'box')).toEqual({ parent: null, index: 3 })
    store.select(null)
    expect(placeAfterSelection(store, 'box')).toEqual({ parent: null, index: 3 })
  })

  test('removing selects the next, the one before, then the parent', () => {
    const store = aStore()
    removeBlocks(store, ['n1'])
    expect(store.getState().selectedId).toBe('n3')
    store.undo()
    removeBlocks(store, ['n3'])
    expect(store.getState().selectedId).toBe('n1')
    removeBlocks(store, ['n2'])
    expect(store.getState().selectedId).toBe('n1')
  })

  test('a copy is selected', () => {
    const store = aStore()
    duplicateBlocks(store, ['n1'])
    expect(order(store.getState())).toBe('n1 n1.a/n2 n4 n4.a/n5 n3')
    expect(store.getState().selectedId).toBe('n4')
  })

  test('up and down, and out of a container past its ends', () => {
    const store = aStore()
    shiftBlock(store, 'n1', 1)
    expect(order(store.getState())).toBe('n3 n1 n1.a/n2')
    expect(shiftBlock(store, 'n1', 1)).toBeUndefined()
    shiftBlock(store, 'n2', -1)
    expect(order(store.getState())).toBe('n3 n2 n1')
    store.undo()
    shiftBlock(store, 'n2', 1)
    expect(order(store.getState())).toBe('n3 n1 n2')
  })

  test('sideways: into the container beside it, and from slot to slot', () => {
    const store = aStore()
    shiftBlockSideways(store, 'n3', 1)
    expect(order(store.getState())).toBe('n1 n1.a/n2 n1.a/n3')
    shiftBlockSideways(store, 'n3', 1)
    expect(order(store.getState())).toBe('n1 n1.a/n2 n1.b/n3')
    expect(shiftBlockSideways(store, 'n3', 1)).toBeUndefined()
    shiftBlockSideways(store, 'n3', -1)
    expect(order(store.getState())).toBe('n1 n1.a/n2 n1.a/n3')
  })
})
