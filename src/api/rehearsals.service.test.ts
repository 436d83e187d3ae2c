import { expect, test } from 'vitest'
import { issueSession, MEMBER_COOKIE } from '@/src/services/members'
import { clearRehearsal, TESTER_COOKIE } from '@/src/services/rehearsals'
import { aCouponWall, aKey } from '@/src/testing/builders/coupon-wall'
import { aRehearsal, aTester } from '@/src/testing/builders/rehearsals'
import { aWorld } from '@/src/testing/world'
import { createApi } from './app'

test('over HTTP the page that is open decides whether a tap is real, whatever cookies come with it', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { stock: 1 })
  const rehearsal = await aRehearsal(wall, { stockEach: 1 })
  const { member } = await world.asMember()
  if (!member) throw new Error('nobody')
  const tester = await aTester(world, wall, rehearsal, member)
  const real = `${MEMBER_COOKIE}=${issueSession(world.ctx, member)}`
  const testing = `${TESTER_COOKIE}=${tester.cookie}`
  const api = createApi({ ctx: world.ctx, auth: undefined, isReady: async () => true })

  const claim = async (version: string, cookie: string) => {
    const input = { version, block: 'wall', key: aKey(), input: { rewardId: wall.rewardId } }
    const answer = await api.request('/api/member/widget.coupon-wall.claim', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    const { result, error } = (await answer.json()) as {
      result?: { data: { status: string } }
      error?: { data: { code: string } }
    }
    return result?.data.status ?? error?.data.code
  }
  const state = async (version: string, cookie: string) => {
    const input = encodeURIComponent(JSON.stringify({ version }))
    const answer = await api.request(`/api/member/page.state?input=${input}`, { headers: { cookie } })
    const { result } = (await answer.json()) as {
      result?: { data: { member: { nickname: string } | null; tools: object } }
    }
    return result?.data
  }
  const rehearsed = tester.page.version
  const both = `${real}; ${testing}`

  expect(await claim(rehearsed, real)).toBe('not_found')
  expect(await claim(rehearsed, `${real}; ${testing}x`)).toBe('not_found')
  expect(await claim(wall.version, testing)).toBe('login_required')
  expect(await claim(rehearsed, both)).toBe('granted')
  expect(await claim(rehearsed, both)).not.toBe('granted')
  // The only one there is was not taken by that.
  expect(await claim(wall.version, both)).toBe('granted')
  expect((await state(rehearsed, both))?.member).toMatchObject({ nickname: '测试 1' })
  expect((await state(wall.version, both))?.member?.nickname).not.toBe('测试 1')

  await clearRehearsal({ ctx: wall.admin, input: { id: rehearsal.id } })
  expect(await claim(rehearsed, both)).toBe('ended')
  expect(await state(rehearsed, both)).toMatchObject({ member: null, tools: {} })
  expect((await state(wall.version, both))?.member?.nickname).not.toBe('测试 1')
})
