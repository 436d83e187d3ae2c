import { expect, test } from 'vitest'
import { newPage } from '@/src/document'
import { countingIds } from '@/src/document/test-widgets'
import { definitions } from '@/widgets/registry.definitions.gen'
import { createEditorStore } from '../store/editor-store'
import { insertImage } from './insert-image'

const url = `/assets/u/${'a'.repeat(64)}-800x400.jpg`
const aStore = () =>
  createEditorStore({ page: newPage({ title: '页面', locale: 'zh-CN' }), definitions, newId: countingIds() })

test('a picture becomes an image block of its size, as one step, and is selected', () => {
  const store = aStore()
  expect(insertImage(store, { url, width: 800, height: 400 }, { parent: null, index: 0 })).toEqual({
    ok: true,
  })
  const { page, selectedId, history } = store.getState()
  expect(page.blocks[selectedId ?? '']).toMatchObject({
    type: 'image',
    props: { src: url, width: 800, height: 400, alt: '' },
  })
  expect(history.past).toHaveLength(1)
  store.undo()
  expect(store.getState().page.root).toEqual([])
})

test('one that is longer than the widget takes keeps its shape; a drawing without a size has the usual one', () => {
  const store = aStore()
  insertImage(store, { url, width: 1_000, height: 20_000 }, { parent: null, index: 0 })
  const { page, selectedId } = store.getState()
  expect(page.blocks[selectedId ?? '']?.props).toMatchObject({ width: 500, height: 10_000 })
  expect(insertImage(store, { url, width: 0, height: 0 }, { parent: null, index: 0 })).toEqual({ ok: true })
})
