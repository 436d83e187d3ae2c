import { expect, test } from 'vitest'
import { newPage } from '@/src/document'
import { aBlock, aPageDefinition } from '@/src/testing/builders/page-definition'
import { definitions } from '@/widgets/registry.definitions.gen'
import { createEditorStore } from '../store/editor-store'
import { insertGroup, replaceByTemplate, selectedGroup } from './use-template'

function aStore(page = aPageDefinition([aBlock('own', 'text')])) {
  let made = 0
  return createEditorStore({ page, definitions, newId: () => `new${++made}` })
}

const link = (target: string) => ({ props: { ...aBlock('', 'button').props, link: target } })

/** A button that leads to the columns beside it, which hold a wall with a tool of a preview. */
const group = aPageDefinition(
  [
    aBlock('go', 'button', link('#row')),
    aBlock('row', 'columns', { slots: { first: ['wall'], second: [] } }),
    aBlock('wall', 'coupon-wall', { tool: { id: 'tool_0000000000' }, locked: true }),
  ],
  ['go', 'row'],
)

test('a group comes in under new ids, its links leading to the copies, without tools; one step', () => {
  const store = aStore()
  expect(insertGroup(store, group)).toEqual({ ok: true })
  const { page, history, selectedIds } = store.getState()
  expect(page.root).toEqual(['own', ...selectedIds])
  const [go, row] = selectedIds.map((id) => page.blocks[id])
  expect(go).toMatchObject({ type: 'button', props: { link: `#${row?.id}` } })
  const wall = page.blocks[row?.slots?.first?.[0] ?? '']
  expect(wall).toMatchObject({ type: 'coupon-wall' })
  expect(wall).not.toHaveProperty('tool')
  expect(wall).not.toHaveProperty('locked')
  expect(history.past).toHaveLength(1)
  expect(history.past[0]?.name).toMatchObject({ verb: 'insert', count: 2 })
  // Twice is two groups, not one placed twice.
  expect(insertGroup(store, group)).toEqual({ ok: true })
  expect(store.getState().page.root).toHaveLength(5)
  store.undo()
  store.undo()
  expect(store.getState().page).toEqual(aPageDefinition([aBlock('own', 'text')]))
})

test('links that lead out of the group are left as they are', () => {
  const store = aStore()
  insertGroup(store, aPageDefinition([aBlock('go', 'button', link('#elsewhere'))]))
  const [id] = store.getState().selectedIds
  expect(store.getState().page.blocks[id ?? '']?.props.link).toBe('#elsewhere')
})

test('a template takes the place of all blocks and the theme, in one step that can be undone', () => {
  const before = { ...aPageDefinition([aBlock('own', 'text', { locked: true })]), title: '我的页面' }
  const store = aStore(before)
  const template = { ...newPage({ title: '模板', locale: 'zh-CN', theme: 'christmas' }), ...blocksOf(group) }
  expect(replaceByTemplate(store, template, '圣诞')).toEqual({ ok: true })
  const { page, history } = store.getState()
  expect(page).toMatchObject({ title: '我的页面', theme: 'christmas', share: before.share })
  expect(Object.values(page.blocks).map(({ type }) => type)).toEqual(['button', 'columns', 'coupon-wall'])
  expect(history.past.map(({ name }) => name)).toEqual([{ verb: 'useTemplate', title: '圣诞' }])
  store.undo()
  expect(store.getState().page).toEqual(before)
})

test('what is kept of a selection is its outermost blocks with all they hold', () => {
  const store = aStore(group)
  expect(selectedGroup(store)).toBeUndefined()
  store.select(['wall', 'row'])
  expect(selectedGroup(store)).toMatchObject({ roots: ['row'] })
  expect(Object.keys(selectedGroup(store)?.blocks ?? {}).sort()).toEqual(['row', 'wall'])
})

const blocksOf = ({ root, blocks }: typeof group) => ({ root, blocks })
