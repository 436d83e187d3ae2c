import { expect, test } from 'vitest'
import { readWordLines, toWordLines } from './word-lines'

test('a list is edited a word a line, its exceptions after a colon', () => {
  const words = [
    { word: '最低', except: ['最低消费', '最低满'] },
    { word: '国家级', except: [] },
  ]
  expect(toWordLines(words)).toBe('最低：最低消费、最低满\n国家级')
  expect(readWordLines(toWordLines(words))).toEqual(words)
})

test('empty lines, other commas and colons, and repeats do no harm', () => {
  expect(readWordLines('\n 第一 : 第一步,第一次，\n\n第一：第一步、第一天\n：没有词\n')).toEqual([
    { word: '第一', except: ['第一步', '第一次', '第一天'] },
  ])
})
