import { expect, it } from 'vitest'
import { definition } from './definition'

const codes = (changed: object) =>
  definition.lint({ ...definition.defaults, ...changed }, {} as never).map(({ code }) => code)

it('warns of inviting in WeChat, which is off unless somebody decides otherwise', () => {
  expect(definition.defaults.isInWechat).toBe(false)
  expect(codes({})).toEqual([])
  expect(codes({ isInWechat: true })).toEqual(['shown_in_wechat'])
})

it('warns of words that promise something for sharing', () => {
  for (const slogan of ['分享就得20元', '转发到群领红包', '邀请好友即可赚钱', 'Share to win ¥20'])
    expect(codes({ slogan }), slogan).toEqual(['words_reward_sharing'])
  for (const slogan of ['好友帮一下，红包大一圈', '最高 20 元', '喊好友来帮忙'])
    expect(codes({ slogan }), slogan).toEqual([])
})
