import { expect, test } from 'vitest'
import { aWorld } from '@/src/testing/world'
import { createPage } from '../pages'
import { PRESENT_FOR_MS } from './be-on-page'
import { beOnPage, leavePage } from './index'

async function aWorldWithPage() {
  const world = await aWorld()
  const ctx = await world.as('product')
  const { id: pageId } = await createPage({ ctx, input: { title: '页面', slug: 'page' } })
  return { world, ctx, pageId, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('who has the page open sees the others, what they have selected, and where the page is at', async () => {
  await using made = await aWorldWithPage()
  const { world, ctx, pageId } = made
  const other = await world.as('operator')
  const first = await beOnPage({ ctx, input: { pageId, tabId: 'tab-mine-1', selectedId: null } })
  expect(first).toEqual({ revision: 1, updatedBy: ctx.staff?.name, others: [] })
  await beOnPage({ ctx: other, input: { pageId, tabId: 'tab-other', selectedId: null } })
  await beOnPage({ ctx: other, input: { pageId, tabId: 'tab-other', selectedId: 'b1' } })
  await beOnPage({ ctx, input: { pageId, tabId: 'tab-mine-2', selectedId: null } })
  const { others } = await beOnPage({ ctx, input: { pageId, tabId: 'tab-mine-1', selectedId: null } })
  expect(others.map(({ tabId, isMe, selectedId }) => [tabId, isMe, selectedId]).sort()).toEqual([
    ['tab-mine-2', true, null],
    ['tab-other', false, 'b1'],
  ])
})

test('who leaves is gone at once, who is silent after a while', async () => {
  await using made = await aWorldWithPage()
  const { world, ctx, pageId } = made
  const other = await world.as('operator')
  const seen = async () =>
    (await beOnPage({ ctx, input: { pageId, tabId: 'tab-mine', selectedId: null } })).others.length
  const come = () => beOnPage({ ctx: other, input: { pageId, tabId: 'tab-other', selectedId: null } })
  await come()
  expect(await seen()).toBe(1)
  await leavePage({ ctx: other, input: { pageId, tabId: 'tab-other' } })
  await leavePage({ ctx: other, input: { pageId, tabId: 'tab-other' } })
  expect(await seen()).toBe(0)
  await come()
  world.clock.advance(PRESENT_FOR_MS - 1)
  expect(await seen()).toBe(1)
  world.clock.advance(1)
  expect(await seen()).toBe(0)
})

test('nobody leaves for somebody else, and only a page that is there can be on', async () => {
  await using made = await aWorldWithPage()
  const { world, ctx, pageId } = made
  const other = await world.as('operator')
  await beOnPage({ ctx: other, input: { pageId, tabId: 'tab-other', selectedId: null } })
  await leavePage({ ctx, input: { pageId, tabId: 'tab-other' } })
  const { others } = await beOnPage({ ctx, input: { pageId, tabId: 'tab-mine', selectedId: null } })
  expect(others).toHaveLength(1)
  const nowhere = beOnPage({
    ctx,
    input: { pageId: 'page_00000000000000000000', tabId: 'tab-mine', selectedId: null },
  })
  await expect(nowhere).rejects.toMatchObject({ code: 'not_found' })
  const unsigned = beOnPage({
    ctx: { ...ctx, staff: undefined },
    input: { pageId, tabId: 'tab-mine', selectedId: null },
  })
  await expect(unsigned).rejects.toMatchObject({ code: 'unauthenticated' })
})
