import { expect, test } from 'vitest'
import { DEFAULT_RULES } from './default-rules'
import { findWords, hasPhrase } from './find-words'

const words = [
  { word: '最低', except: ['最低消费', '最低满'] },
  { word: '全国第一', except: [] },
  { word: '第一', except: ['第一步'] },
  { word: '分享*得', except: [] },
  { word: 'best', except: ['best before'] },
]

test.each([
  ['全网最低价', ['最低']],
  ['最低消费 20 元', []],
  ['最低消费 20 元，全网最低', ['最低']],
  ['最\u200b低', ['最低']],
  ['最 低', ['最低']],
  ['全国第一', ['全国第一', '第一']],
  ['第一步：登录', []],
  ['分享给好友得红包', ['分享*得']],
  ['分享。今天得奖', []],
  ['ＢＥＳＴ price', ['best']],
  ['bestow', []],
  ['best before 2027', []],
  ['', []],
])('%s: %j', (text, found) => {
  expect(findWords(text, words).sort()).toEqual([...found].sort())
})

test('a list of nothing, and a word of nothing, find nothing', () => {
  expect(findWords('最低', [])).toEqual([])
  expect(
    findWords('最低', [
      { word: '\u200b', except: [] },
      { word: '*', except: [] },
    ]),
  ).toEqual([])
})

test('signs of patterns in a word are signs', () => {
  expect(findWords('a+b (c)', [{ word: 'a+b (c)', except: [] }])).toEqual(['a+b (c)'])
  expect(findWords('aab', [{ word: 'a+b', except: [] }])).toEqual([])
})

test('a phrase is found however it is spaced', () => {
  expect(hasPhrase('客 服电话：400', ['客服'])).toBe(true)
  expect(hasPhrase('找我们', ['客服'])).toBe(false)
})

test.each([
  ['advertising_words', '全网最低价，国家级品质', '满 199 减 20，第一步先领券，最高可减 50'],
  ['sensitive_words', '在线赌博', '好运连连'],
  ['sharing_words', '分享朋友圈领红包', '好友助力，红包变大'],
] as const)('the list %s as it comes finds what it must, and not what is plain', (kind, bad, good) => {
  const list = DEFAULT_RULES[kind].terms.words ?? []
  expect(findWords(bad, list).length).toBeGreaterThan(0)
  expect(findWords(good, list)).toEqual([])
})
