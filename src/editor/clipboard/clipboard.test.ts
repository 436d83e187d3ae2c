import { describe, expect, test } from 'vitest'
import type { Block, PageDefinition } from '@/schemas/page'
import { MAX_PAGE_BYTES } from '@/schemas/page'
import { fragmentOf, newPage, validatePage, walkPage } from '@/src/document'
import { countingIds, definitions } from '@/src/document/test-widgets'
import { definitions as realDefinitions } from '@/widgets/registry.definitions.gen'
import { insertWidget } from '../store/commands'
import { createEditorStore, type EditorStore } from '../store/editor-store'
import { readClipboard, writeBlocks } from './clipboard-format'
import { copySelected, pasteBlocks, pasteImage, pasteText } from './paste-blocks'

function aStore(prefix = 'n', known = definitions): EditorStore {
  return createEditorStore({
    page: newPage({ title: '页面', locale: 'zh-CN' }),
    definitions: known,
    newId: countingIds(prefix),
  })
}

/** n1: box (a: n2 leaf), n3: leaf */
function aFilledStore(): EditorStore {
  const store = aStore()
  insertWidget(store, 'box', { parent: null, index: 0 })
  insertWidget(store, 'leaf', { parent: 'n1', slot: 'a', index: 0 })
  insertWidget(store, 'leaf', { parent: null, index: 1 })
  return store
}

const order = ({ page }: { page: PageDefinition }) =>
  [...walkPage(page)].map(({ block, parent, slot }) => (parent ? `${parent}.${slot}/${block.id}` : block.id))

/** What another tab reads of what this one copied. */
function copied(store: EditorStore, ids: string[]) {
  store.select(ids)
  const content = readClipboard(copySelected(store)?.text ?? '', definitions)
  if (content.kind !== 'blocks') throw new Error(`not blocks: ${JSON.stringify(content)}`)
  return content.fragment
}

const wire = (blocks: Record<string, unknown>, rest: object = {}) =>
  JSON.stringify({ ziggurat: 'blocks', version: 1, roots: Object.keys(blocks), blocks, ...rest })

describe('copy and paste', () => {
  test('a container goes with all it holds to another page, after the selection, as one step', () => {
    const target = aStore('m')
    insertWidget(target, 'leaf', { parent: null, index: 0 })
    insertWidget(target, 'leaf', { parent: null, index: 1 })
    target.select('m1')
    expect(pasteBlocks(target, copied(aFilledStore(), ['n1', 'n2']))).toEqual({ ok: true })
    expect(order(target.getState())).toEqual(['m1', 'm3', 'm3.a/m4', 'm2'])
    expect(target.getState().selectedIds).toEqual(['m3'])
    expect(target.getState().history.past.at(-1)?.name).toEqual({
      verb: 'paste',
      block: { type: 'box', name: undefined },
      count: 1,
      into: 'page',
    })
    target.undo()
    expect(order(target.getState())).toEqual(['m1', 'm2'])
  })

  test('pasting twice makes two copies, each with ids of its own', () => {
    const store = aFilledStore()
    const fragment = copied(store, ['n3'])
    pasteBlocks(store, fragment)
    pasteBlocks(store, fragment)
    expect(order(store.getState())).toEqual(['n1', 'n1.a/n2', 'n3', 'n4', 'n5'])
  })

  test('several blocks from different places are pasted next to each other, in document order', () => {
    const store = aFilledStore()
    const fragment = copied(store, ['n3', 'n2'])
    store.select(null)
    pasteBlocks(store, fragment)
    expect(order(store.getState())).toEqual(['n1', 'n1.a/n2', 'n3', 'n4', 'n5'])
    expect(store.getState().selectedIds).toEqual(['n4', 'n5'])
  })

  test('an action of a copied block that names another copied one names its copy', () => {
    const store = aFilledStore()
    const on = { tap: [{ kind: 'scrollTo', block: 'n2', inputs: {} }] } as Block['on']
    const { page } = store.getState()
    store.replacePage({
      ...page,
      blocks: { ...page.blocks, n3: { ...(page.blocks.n3 as Block), on } },
    })
    const fragment = fragmentOf(store.getState().page, ['n1', 'n3'])
    pasteBlocks(store, fragment)
    const pasted = store.getState().page.blocks.n6
    expect(pasted?.on).toEqual({ tap: [{ kind: 'scrollTo', block: 'n5', inputs: {} }] })
  })

  test('the tool stays bound, the lock is left behind', () => {
    const store = aStore()
    const block = { id: 'x', type: 'leaf', version: 2, props: { text: 'a', link: '' } }
    const content = readClipboard(
      wire({ x: { ...block, tool: { id: 'tol_0123456789' }, locked: true } }),
      definitions,
    )
    if (content.kind !== 'blocks') throw new Error('not blocks')
    pasteBlocks(store, content.fragment)
    expect(store.getState().page.blocks.n1).toEqual({ ...block, id: 'n1', tool: { id: 'tol_0123456789' } })
  })

  test('a block of an older widget is brought up to date, an unknown one is kept as it is', () => {
    const store = aStore()
    const old = { id: 'old', type: 'leaf', version: 1, props: { text: '旧' } }
    const strange = { id: 'strange', type: 'hologram', version: 9, props: { beam: 3 } }
    const content = readClipboard(wire({ old, strange }), definitions)
    if (content.kind !== 'blocks') throw new Error('not blocks')
    expect(pasteBlocks(store, content.fragment)).toEqual({ ok: true })
    expect(store.getState().page.blocks.n1?.props).toEqual({ link: '', text: '旧' })
    expect(store.getState().page.blocks.n2).toEqual({ ...strange, id: 'n2' })
  })

  test('what does not fit beside the selection goes beside what holds it', () => {
    const store = aStore()
    insertWidget(store, 'picky', { parent: null, index: 0 })
    insertWidget(store, 'leaf', { parent: 'n1', slot: 'only', index: 0 })
    const fragment = copied(aFilledStore(), ['n1', 'n3'])
    store.select('n2')
    pasteBlocks(store, fragment)
    expect(store.getState().page.root).toEqual(['n1', 'n3', 'n5'])
  })

  test('a hundred blocks are one step, in a few milliseconds', () => {
    const store = aStore()
    const one = { type: 'leaf', version: 2, props: { text: '好', link: '' } }
    const blocks = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [`c${i}`, { ...one, id: `c${i}` }]),
    )
    const content = readClipboard(wire(blocks), definitions)
    if (content.kind !== 'blocks') throw new Error('not blocks')
    expect(pasteBlocks(store, content.fragment)).toEqual({ ok: true })
    expect(store.getState().history.past).toHaveLength(1)
    expect(store.getState().page.root).toHaveLength(100)
  })
})

describe('what the clipboard may hold', () => {
  const leaf = { id: 'x', type: 'leaf', version: 2, props: { text: '', link: '' } }
  test.each<[string, string, string]>([
    ['half of what was copied', '{"ziggurat":"blocks","version":1,"roots":["a"', 'broken'],
    ['no blocks', wire({}), 'broken'],
    ['a block of no shape', wire({ x: { id: 'x' } }), 'broken'],
    ['a field that no block has', wire({ x: { ...leaf, onclick: 'alert(1)' } }), 'broken'],
    ['another kind of thing', '{"ziggurat":"tools","version":1}', 'broken'],
    ['a version that is none', '{"ziggurat":"blocks","version":"1"}', 'broken'],
    [
      'a nest without end',
      wire({ x: { ...leaf, props: 1 } }).replace(':1}}', `:${'['.repeat(90_000)}${']'.repeat(90_000)}}}`),
      'broken',
    ],
    ['a later format', wire({ x: leaf }, { version: 2, extra: true }), 'newer_format'],
    ['more than a page may hold', `{"ziggurat":"${'塔'.repeat(MAX_PAGE_BYTES)}"}`, 'too_large'],
  ])('%s is refused', (_, text, why) => {
    expect(readClipboard(text, definitions)).toEqual({ kind: 'refused', why })
  })

  test.each([
    ['a root that is not there', wire({ x: leaf }, { roots: ['x', 'y'] })],
    ['a block held twice', wire({ x: leaf }, { roots: ['x', 'x'] })],
    [
      'blocks that hold each other',
      wire({
        x: { id: 'x', type: 'box', version: 1, props: { count: 1 }, slots: { a: ['y'] } },
        y: { id: 'y', type: 'box', version: 1, props: { count: 1 }, slots: { a: ['x'] } },
        z: leaf,
      }).replace('["x","y","z"]', '["z"]'),
    ],
    ['props its widget refuses', wire({ x: { ...leaf, props: { text: 3 } } })],
    ['a block named like a part of every object', wire({ constructor: { ...leaf, id: 'other' } })],
  ])('%s changes nothing', (_, text) => {
    const store = aFilledStore()
    const before = store.getState().page
    const content = readClipboard(text, definitions)
    if (content.kind === 'blocks') expect(pasteBlocks(store, content.fragment)).toMatchObject({ ok: false })
    else expect(content.kind).toBe('refused')
    expect(store.getState().page).toBe(before)
  })

  test('a key that would reach the prototype of objects reaches nothing', () => {
    const text =
      '{"ziggurat":"blocks","version":1,"roots":["__proto__"],"blocks":{"__proto__":{"polluted":1}}}'
    readClipboard(text, definitions)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('anything else is somebody’s words', () => {
    expect(readClipboard('双11 全场 5 折', definitions)).toEqual({ kind: 'text', text: '双11 全场 5 折' })
    expect(readClipboard('{"a":1}', definitions).kind).toBe('text')
    expect(readClipboard(' \n', definitions)).toEqual({ kind: 'nothing' })
  })

  test('what is written is read again', () => {
    const store = aFilledStore()
    const fragment = fragmentOf(store.getState().page, ['n1', 'n3'])
    expect(readClipboard(writeBlocks(fragment), definitions)).toEqual({ kind: 'blocks', fragment })
  })
})

describe('words and pictures become blocks', () => {
  test('a paragraph a line, without what no text may hold', () => {
    const store = aStore('n', realDefinitions)
    expect(pasteText(store, '第一行\u0007\r\n\n第二行  ')).toEqual({ ok: true })
    expect(store.getState().page.blocks.n2?.props.text).toEqual([
      { kind: 'paragraph', runs: [{ text: '第一行' }] },
      { kind: 'paragraph', runs: [{ text: '第二行' }] },
    ])
  })

  test('a novel is cut to what a text may hold', () => {
    const store = aStore('n', realDefinitions)
    expect(pasteText(store, `${'长'.repeat(30_000)}\n尾`)).toEqual({ ok: true })
    expect(pasteText(store, '行\n'.repeat(5_000))).toEqual({ ok: true })
    expect(validatePage(store.getState().page, realDefinitions)).toMatchObject({ ok: true })
  })

  test('a picture keeps its own size', () => {
    const store = aStore('n', realDefinitions)
    const image = { url: '/assets/u/1.png', width: 300, height: 200 }
    expect(pasteImage(store, image, { parent: null, index: 0 })).toEqual({ ok: true })
    expect(store.getState().page.blocks.n2).toMatchObject({
      type: 'image',
      props: { src: '/assets/u/1.png', width: 300, height: 200 },
    })
    const long = { url: '/assets/u/2.png', width: 1_000, height: 40_000 }
    expect(pasteImage(store, long, { parent: null, index: 0 })).toEqual({ ok: true })
    expect(store.getState().page.blocks.n4).toMatchObject({ props: { width: 250, height: 10_000 } })
  })
})
