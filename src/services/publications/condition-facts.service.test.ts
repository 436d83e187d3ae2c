import { expect, test } from 'vitest'
import type { Block, PageDefinition } from '@/schemas/page'
import { toolFactsOf } from '@/src/document'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aWorld, type World } from '@/src/testing/world'
import type { AnyWidgetDefinition } from '@/widgets/kit/definition'
import { definitions } from '@/widgets/registry.definitions.gen'
import { createCampaign, transitionCampaign } from '../campaigns'
import { exchangeTicket, issueSession } from '../members'
import { issueTicket } from '../members/ticket'
import { changeSlug, createPage, listPages, publishPage, readPage, savePage } from '../pages'
import { readMemberOfPage, readPageCampaign } from './condition-facts'
import { readPublication } from './read'

const DAY_MS = 24 * 60 * 60 * 1000

const button = (more: Partial<Block> = {}): Block => ({
  id: 'b1',
  type: 'button',
  version: 1,
  props: { label: '去看看', link: '/', look: 'solid', width: 'full' },
  ...more,
})

/** Publishes a page of one button, of a campaign or of none. */
async function aPage(world: World, slug: string, block: Block, campaignId?: string): Promise<void> {
  const ctx = await world.as('admin')
  const { id } = await createPage({ ctx, input: { title: '会场', slug, ...(campaignId && { campaignId }) } })
  const { definition } = await readPage({ ctx, input: { id } })
  const changed: PageDefinition = { ...definition, root: [block.id], blocks: { [block.id]: block } }
  const { revision } = await savePage({ ctx, input: { id, revision: 1, definition: changed } })
  await publishPage({ ctx, input: { id, revision } })
}

test('a member is known by a session of theirs, with what the shop says of them', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const said = { shopMemberId: 'm1', nickname: '小筑', city: '上海', level: '金卡', tags: ['母婴', '囤货'] }
  const member = await exchangeTicket(world.ctx, await issueTicket(world.ctx, said))
  if (!member) throw new Error('the ticket is good')
  const cookie = issueSession(world.ctx, member)
  const page = (await readPublication(world.ctx, wall.slug)) as { definition: PageDefinition }
  const known = () => readMemberOfPage(world.ctx, cookie, page.definition)
  world.clock.advance(3 * DAY_MS - 1)
  expect((await known())?.member.daysKnown).toBe(2)
  world.clock.advance(1)
  const { member: facts } = (await known()) ?? {}
  expect({ ...facts, tags: [...(facts?.tags ?? [])].sort() }).toEqual({
    city: '上海',
    level: '金卡',
    tags: ['囤货', '母婴'].sort(),
    daysKnown: 3,
  })
  expect(await readMemberOfPage(world.ctx, `${cookie}x`, page.definition)).toBeUndefined()
  world.clock.advance(5 * DAY_MS)
  expect(await known()).toBeUndefined()
})

test('a tool tells each member their own: who took the last they may have played it out', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { perMember: 1 })
  const page = (await readPublication(world.ctx, wall.slug)) as { definition: PageDefinition }
  const [one, other] = [await world.asMember(), await world.asMember()]
  await wall.claim(one)
  const factsOf = async ({ member }: typeof one) => {
    const cookie = issueSession(world.ctx, { id: member?.id ?? '' })
    const known = await readMemberOfPage(world.ctx, cookie, page.definition)
    return toolFactsOf(definitions['coupon-wall'] as AnyWidgetDefinition, known?.tools.wall)
  }
  expect(await factsOf(one)).toEqual({ phase: 'running', soldOut: false, playedOut: true })
  expect(await factsOf(other)).toEqual({ phase: 'running', soldOut: false, playedOut: false })
})

test('a page’s campaign is as it stands now; a page without one has none', async () => {
  await using world = await aWorld()
  const ctx = await world.as('admin')
  const now = world.clock.now().getTime()
  const at = (days: number) => new Date(now + days * DAY_MS).toISOString()
  const input = { name: '双11', startsAt: at(1), endsAt: at(3), budgetFen: 100 }
  const { id } = await createCampaign({ ctx, input })
  await transitionCampaign({ ctx, input: { id, event: 'launch' } })
  await aPage(world, 'with-campaign', button(), id)
  await aPage(world, 'without-campaign', button())
  const phase = async () => (await readPageCampaign(world.ctx, 'with-campaign'))?.phase
  expect(await phase()).toBe('not_started')
  world.clock.advance(DAY_MS)
  expect(await readPageCampaign(world.ctx, 'with-campaign')).toEqual({ name: '双11', phase: 'running' })
  const { items } = await listPages({ ctx, input: { search: 'with-campaign' } })
  const moved = items.find(({ slug }) => slug === 'with-campaign')
  await changeSlug({ ctx, input: { id: moved?.id ?? '', slug: 'with-another-link' } })
  expect(await readPageCampaign(world.ctx, 'with-another-link')).toMatchObject({ phase: 'running' })
  await transitionCampaign({ ctx, input: { id, event: 'suspend' } })
  expect(await phase()).toBe('suspended')
  world.clock.advance(2 * DAY_MS)
  expect(await phase()).toBe('ended')
  expect(await readPageCampaign(world.ctx, 'without-campaign')).toBeUndefined()
  expect(await readPageCampaign(world.ctx, 'nowhere')).toBeUndefined()
})

test('actions and conditions that lead nowhere stop publishing', async () => {
  await using world = await aWorld()
  const on: Block['on'] = { tap: [{ kind: 'openPopup', block: 'gone', inputs: {} }] }
  await expect(aPage(world, 'dangling', button({ on }))).rejects.toMatchObject({
    code: 'page_has_errors',
    details: [{ code: 'dead_action_target', path: ['blocks', 'b1', 'on', 'tap', 0, 'block'] }],
  })
  const visibleWhen: Block['visibleWhen'] = { field: 'tool.soldOut', op: 'is', value: true, block: 'gone' }
  await expect(aPage(world, 'asking', button({ visibleWhen }))).rejects.toMatchObject({
    details: [{ code: 'condition_tool_gone' }],
  })
})

test('a page that would run something is not saved', async () => {
  await using world = await aWorld()
  const on = { tap: [{ kind: 'navigate', inputs: { link: 'javascript:alert(1)' } }] }
  const hostile = button({ on } as Partial<Block>)
  await expect(aPage(world, 'hostile', hostile)).rejects.toMatchObject({ code: 'page_invalid' })
})
