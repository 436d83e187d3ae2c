import { describe, expect, it } from 'vitest'
import { MAX_RICH_BLOCKS, MAX_RICH_CHARACTERS, RichText } from './rich-text'

const paragraph = (...runs: object[]) => ({ kind: 'paragraph', runs })
const problems = (input: unknown) => RichText.safeParse(input).error?.issues.map(({ message }) => message)

describe('a rich text', () => {
  it('takes headings, lists, alignment and every mark', () => {
    const text = [
      { kind: 'heading', size: 'large', align: 'center', runs: [{ text: '活动规则' }] },
      {
        kind: 'item',
        list: 'number',
        level: 0,
        runs: [{ text: '满 199 减 20', bold: true, colour: 'brand' }],
      },
      { kind: 'item', list: 'bullet', level: 2, runs: [{ text: '详情', link: '#b1', colour: '#c8102e' }] },
      paragraph({ text: '一\n二', italic: true, underline: true, strike: true }),
      paragraph(),
    ]
    expect(RichText.parse(text)).toEqual(text)
  })

  it.each([
    ['a script behind a link', [paragraph({ text: '点我', link: 'javascript:alert(1)' })]],
    ['an empty link', [paragraph({ text: '点我', link: '' })]],
    ['an empty run', [paragraph({ text: '' })]],
    ['a colour that is none', [paragraph({ text: '红', colour: 'red;background:url(x)' })]],
    ['a mark it does not know', [paragraph({ text: '字', onclick: true })]],
    ['a block it does not know', [{ kind: 'html', runs: [] }]],
    ['HTML in place of a document', '<p>字</p>'],
    ['lists that nest deeper', [{ kind: 'item', list: 'bullet', level: 3, runs: [] }]],
    ['control characters', [paragraph({ text: 'a\u0000b' })]],
    ['too many blocks', Array.from({ length: MAX_RICH_BLOCKS + 1 }, () => paragraph())],
  ])('refuses %s', (_, input) => {
    expect(RichText.safeParse(input).success).toBe(false)
  })

  it('counts the characters of all blocks together', () => {
    const block = (length: number) => paragraph({ text: '字'.repeat(length) })
    const full = Array.from({ length: 4 }, () => block(MAX_RICH_CHARACTERS / 4))
    expect(problems(full)).toBeUndefined()
    expect(problems([...full, block(1)])).toEqual(['rich_text_too_long'])
  })
})
