import { expect, test, vi } from 'vitest'
import type { Condition } from '@/schemas/condition'
import { pageLook } from '@/schemas/page-look'
import { newPage } from '@/src/document'
import { countingIds, definitions } from '@/src/document/test-widgets'
import { insertWidget } from '../store/commands'
import { createEditorStore } from '../store/editor-store'
import { createViewedAs } from '../viewpoint/viewed-as'
import { createCanvasSource, createToolStates } from './canvas-source'

function aCanvas() {
  const page = newPage({ title: '页面', locale: 'en' })
  const store = createEditorStore({ page, definitions, newId: countingIds() })
  insertWidget(store, 'tooled', { parent: null, index: 0 })
  const tools = createToolStates()
  const viewedAs = createViewedAs()
  return { store, tools, viewedAs, source: createCanvasSource(store, tools, viewedAs, 'Asia/Shanghai') }
}

test('hands the very records over, without a copy', () => {
  const { store, source } = aCanvas()
  expect(source.readBlock('n1')).toBe(store.getState().page.blocks.n1)
  expect(source.readBlock('constructor')).toBeUndefined()
  expect(source.readPage()).toEqual({
    root: ['n1'],
    theme: 'double-11',
    locale: 'en',
    look: pageLook(store.getState().page),
    isPreview: false,
  })
})

test('tells of the page when its head changes or it is previewed, and no longer once let go', () => {
  const { store, source } = aCanvas()
  let told = 0
  const end = source.onPageChange(() => told++)
  store.setState({ mode: 'preview' })
  expect(source.readPage().isPreview).toBe(true)
  store.setState({ hoveredId: 'n1' })
  expect(told).toBe(1)
  insertWidget(store, 'leaf', { parent: null, index: 0 })
  expect(told).toBe(2)
  end()
  store.setState({ mode: 'edit' })
  expect(told).toBe(2)
})

test("a block shows its tool's state once that is known, and another tool's after it was bound", () => {
  const { store, tools, source } = aCanvas()
  const bind = (id: string) =>
    store.change({
      operation: { kind: 'setBlock', id: 'n1', patch: { tool: { id } } },
      name: { verb: 'bindTool', block: { type: 'tooled' } },
    })
  let told = 0
  source.onToolChange('n1', () => told++)
  expect(source.readTool('n1')).toBeUndefined()
  bind('tool_0000000001')
  expect(source.readTool('n1')).toBeUndefined()
  tools.write({ tool_0000000001: { left: 3 }, tool_0000000002: { left: 7 } })
  expect(told).toBe(1)
  expect(source.readTool('n1')).toEqual({ left: 3 })
  bind('tool_0000000002')
  expect(source.readTool('n1')).toEqual({ left: 7 })
})

test('says whether a condition holds for whom the page is shown, and tells when that may change', () => {
  const { store, tools, viewedAs, source } = aCanvas()
  const set = (visibleWhen: Condition) => {
    const operation = { kind: 'setBlock' as const, id: 'n1', patch: { visibleWhen } }
    store.change({ operation, name: { verb: 'setCondition', block: { type: 'tooled' } } })
  }
  let told = 0
  source.onFactsChange(() => told++)
  expect(source.isMet('n1')).toBe(true)
  set({ field: 'member.level', op: 'in', value: ['金卡'] })
  expect(source.isMet('n1')).toBe(false)
  const viewed = { ...viewedAs.read(), member: { level: '金卡', city: null, tags: [], daysKnown: 1 } }
  viewedAs.write(viewed)
  expect(source.isMet('n1')).toBe(true)
  set({ field: 'campaign.phase', op: 'in', value: ['ended'] })
  expect(source.isMet('n1')).toBe(false)
  viewedAs.write({ ...viewed, campaign: { phase: 'ended' } })
  expect(source.isMet('n1')).toBe(true)
  tools.write({})
  expect(told).toBe(3)
  expect(source.isMet('gone')).toBe(true)
})

test('keeps another clock while the page is looked at at another moment', () => {
  vi.useFakeTimers({ now: 1_000_000 })
  const { viewedAs, source } = aCanvas()
  let told = 0
  source.onToolChange('n1', () => told++)
  expect([source.now(), source.situation()]).toEqual([1_000_000, 'usual'])
  viewedAs.write({ situation: 'offline', aheadMs: -50_000 })
  expect([source.now(), source.situation(), told]).toEqual([950_000, 'offline', 1])
  vi.useRealTimers()
})
