import { expect, test } from 'vitest'
import { PLAIN_VIEWPOINT } from '@/schemas/viewpoint-parts'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aWorld, type World } from '@/src/testing/world'
import { listGrants } from '../grants'
import { createPage, readPage, savePage } from '../pages'
import { createPreviewLink, readPreview, tryPreview } from './index'

const DAY_MS = 24 * 60 * 60 * 1_000

async function aDraft(world: World) {
  const ctx = await world.as('product')
  const { id } = await createPage({ ctx, input: { title: '草稿', slug: 'draft' } })
  const text = (block: string, words: string) => ({
    id: block,
    type: 'text',
    version: 1,
    props: { text: words, look: 'body', align: 'left' },
  })
  const { definition } = await readPage({ ctx, input: { id } })
  const blocks = {
    a: text('a', '人人可见'),
    b: { ...text('b', '老用户可见'), visibleWhen: { field: 'member.daysKnown', op: 'atLeast', value: 30 } },
  }
  const input = { id, revision: 1, definition: { ...definition, root: ['a', 'b'], blocks } }
  await savePage({ ctx, input })
  const { path } = await createPreviewLink({ ctx, input: { id } })
  return { id, token: path.slice('/preview/'.length) }
}

test('a link shows the draft from where it is asked, for a day', async () => {
  await using world = await aWorld()
  const { token } = await aDraft(world)
  const plain = await readPreview(world.ctx, token, PLAIN_VIEWPOINT)
  expect(plain).toMatchObject({ title: '草稿', root: ['a', 'b'], unmet: ['b'], aheadMs: 0 })
  const old = await readPreview(world.ctx, token, { ...PLAIN_VIEWPOINT, viewer: 'old' })
  expect(old?.unmet).toEqual([])
  world.clock.advance(DAY_MS - 1_000)
  expect(await readPreview(world.ctx, token, PLAIN_VIEWPOINT)).toBeDefined()
  world.clock.advance(1_000)
  expect(await readPreview(world.ctx, token, PLAIN_VIEWPOINT)).toBeUndefined()
})

test('a link that was tampered with, or is not one, shows nothing', async () => {
  await using world = await aWorld()
  const { token, id } = await aDraft(world)
  const [, until, signature] = token.split('.')
  const longer = (Number.parseInt(until ?? '', 36) + 60).toString(36)
  const wrong = ['', id, `${id}.${longer}.${signature}`, `pag_other.${until}.${signature}`, `${token}.x`]
  for (const each of [...wrong, 'x'.repeat(10_000)]) {
    expect(await readPreview(world.ctx, each, PLAIN_VIEWPOINT)).toBeUndefined()
  }
})

test('nobody makes a link to a page that is not there', async () => {
  await using world = await aWorld()
  const ctx = await world.as('product')
  const input = { id: 'pag_00000000000000000000' }
  await expect(createPreviewLink({ ctx, input })).rejects.toThrow()
})

test('a tap behind a link plays the tools of its page, and of no other', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const { path } = await createPreviewLink({ ctx: wall.admin, input: { id: wall.pageId } })
  const token = path.slice('/preview/'.length)
  const tap = (on: string, input: { rewardId: string }) => ({
    as: { ...PLAIN_VIEWPOINT, viewer: 'new' as const },
    taps: [{ on, action: 'claim', input, who: 0, luck: 'odds' as const }],
    who: 0,
    params: {},
  })
  const claim = tap('wall', { rewardId: wall.rewardId })
  expect(await tryPreview(world.ctx, token, claim)).toMatchObject({
    last: { outcome: { status: 'granted' }, seed: expect.stringMatching(/^[0-9a-f]{32}$/) },
    tools: { wall: { coupons: [{ mine: 1 }] } },
  })
  expect((await listGrants({ ctx: wall.admin, input: {} })).items).toEqual([])
  const other = tap(wall.toolId, { rewardId: wall.rewardId })
  await expect(tryPreview(world.ctx, token, other)).rejects.toMatchObject({ code: 'not_found' })
  const { token: foreign } = await aDraft(world)
  await expect(tryPreview(world.ctx, foreign, claim)).rejects.toMatchObject({ code: 'not_found' })
  expect(await tryPreview(world.ctx, `${token}x`, claim)).toBeUndefined()
  world.clock.advance(DAY_MS)
  expect(await tryPreview(world.ctx, token, claim)).toBeUndefined()
})
