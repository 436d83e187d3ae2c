import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Block } from '@/schemas/page'
import { newPage } from '@/src/document'
import { countingIds, definitions } from '@/src/document/test-widgets'
import { defineWidget } from '@/widgets/kit/definition'
import { field } from '@/widgets/kit/fields'
import { insertWidget, setOnBlocks } from '../store/commands'
import { createEditorStore } from '../store/editor-store'
import { setPropsOfAll, setStyleOfAll } from './edit-several'
import { sharedFields, sharedValues } from './shared-values'

const label = defineWidget({
  type: 'label',
  version: 1,
  props: z.strictObject({ text: field.text({ max: 20 }), link: field.text({ max: 9 }) }),
  defaults: { text: '', link: '' },
})
const known = { ...definitions, label }

const block = (type: string, version = 1): Block => ({ id: type, type, version, props: {} })

describe('what several blocks share', () => {
  test('props of one name that are edited alike; not those that only share the name', () => {
    const names = sharedFields(known, [block('leaf', 2), block('label')]).map(({ name }) => name)
    expect(names).toEqual(['text'])
  })

  test('blocks of one widget share all that is one value', () => {
    const names = sharedFields(known, [block('leaf', 2), block('leaf', 2)]).map(({ name }) => name)
    expect(names).toEqual(['text', 'link'])
  })

  test('nothing, when one of them cannot be edited', () => {
    expect(sharedFields(known, [block('leaf', 2), block('leaf', 1)])).toEqual([])
    expect(sharedFields(known, [block('leaf', 2), block('hologram')])).toEqual([])
  })

  test('values they agree on, and what is mixed', () => {
    const objects = [
      { a: 1, b: { x: 1, y: 2 }, c: 'one' },
      { a: 1, b: { y: 2, x: 1 } },
    ]
    expect(sharedValues(objects, ['a', 'b', 'c', 'd'])).toEqual({
      values: { a: 1, b: { x: 1, y: 2 } },
      mixed: new Set(['c']),
    })
  })
})

describe('editing several blocks', () => {
  function aStore() {
    const store = createEditorStore({
      page: newPage({ title: '页面', locale: 'zh-CN' }),
      definitions: known,
      newId: countingIds(),
    })
    for (const type of ['leaf', 'leaf', 'label']) insertWidget(store, type, { parent: null, index: 0 })
    return store
  }
  const ids = ['n1', 'n2', 'n3']

  test('typing is one step for all of them', () => {
    const store = aStore()
    const change = { path: ['text'], isContinuous: true }
    setPropsOfAll(store, ids, { ...change, patch: { text: '双' } })
    setPropsOfAll(store, ids, { ...change, patch: { text: '双11' } })
    const { page, history } = store.getState()
    expect(ids.map((id) => page.blocks[id]?.props.text)).toEqual(['双11', '双11', '双11'])
    expect(history.past).toHaveLength(4)
    expect(history.past.at(-1)?.name).toMatchObject({ verb: 'setProp', count: 3, prop: 'text' })
    store.undo()
    expect(ids.map((id) => store.getState().page.blocks[id]?.props.text)).toEqual(['', '', ''])
  })

  test('what one of them refuses none of them gets', () => {
    const store = aStore()
    const before = store.getState().page
    const patch = { text: '长'.repeat(30) }
    expect(setPropsOfAll(store, ids, { patch, path: ['text'], isContinuous: true }).ok).toBe(false)
    expect(store.getState().page).toBe(before)
  })

  test('one part of the style is set, each keeps the rest of its own', () => {
    const store = aStore()
    store.change({
      operation: { kind: 'setBlock', id: 'n1', patch: { style: { marginBottom: 8 } } },
      name: { verb: 'restyle', block: { type: 'leaf' } },
    })
    const change = { patch: { marginTop: 16 }, path: ['marginTop'], isContinuous: true }
    expect(setStyleOfAll(store, ids, change)).toEqual({ ok: true })
    const { blocks } = store.getState().page
    expect(blocks.n1?.style).toEqual({ marginBottom: 8, marginTop: 16 })
    expect(blocks.n2?.style).toEqual({ marginTop: 16 })
    setStyleOfAll(store, ids, { ...change, patch: { marginTop: undefined } })
    expect(store.getState().page.blocks.n2?.style).toBeUndefined()
  })

  test('a locked one holds all of them back', () => {
    const store = aStore()
    setOnBlocks(store, ['n2'], { locked: true })
    const change = { patch: { text: 'x' }, path: ['text'], isContinuous: false }
    expect(setPropsOfAll(store, ids, change)).toMatchObject({ ok: false, code: 'locked' })
  })
})
