import { expect, test } from 'vitest'
import { newPage } from '@/src/document'
import { countingIds } from '@/src/document/test-widgets'
import { definitions } from '@/widgets/registry.definitions.gen'
import { createEditorStore } from '../store/editor-store'
import { insertStrips } from './insert-strips'

const strip = (letter: string, height: number) => ({
  url: `/assets/u/${letter.repeat(64)}-750x${height}.png`,
  width: 750,
  height,
  regions: [],
})
const region = { x: 0, y: 0, w: 5_000, h: 5_000, link: '/p/a', label: '领券' }
const aStore = () =>
  createEditorStore({ page: newPage({ title: '页面', locale: 'zh-CN' }), definitions, newId: countingIds() })
const TOP = { parent: null, index: 0 } as const

test('strips come in their order as one step; those with regions are hot zones', () => {
  const store = aStore()
  const strips = [
    strip('a', 300),
    { ...strip('b', 400), regions: [region, { ...region, y: 5_000, label: '抽奖' }] },
  ]
  expect(insertStrips(store, strips, (n) => `长图 ${n}`, TOP)).toEqual({ ok: true })
  const { page, selectedIds, history } = store.getState()
  expect(page.root.map((id) => page.blocks[id])).toMatchObject([
    { type: 'image', name: '长图 1', props: { height: 300, alt: '' } },
    { type: 'hot-zone', name: '长图 2', props: { height: 400, alt: '领券、抽奖', regions: [region, {}] } },
  ])
  expect(selectedIds).toEqual(page.root)
  expect(history.past).toHaveLength(1)
  store.undo()
  expect(store.getState().page.root).toEqual([])
})

test('a region that leads to a script is refused, and nothing is inserted', () => {
  const store = aStore()
  const unsafe = { ...strip('a', 300), regions: [{ ...region, link: 'javascript:alert(1)' }] }
  expect(insertStrips(store, [strip('b', 100), unsafe], String, TOP)).toMatchObject({ ok: false })
  expect(store.getState().page.root).toEqual([])
})
