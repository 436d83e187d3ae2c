import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RichText } from '@/schemas/rich-text'
import { fromEditorDocument, toEditorDocument } from './rich-text-conversion'

const doc = (...content: object[]) => ({ type: 'doc', content })
const p = (...content: object[]) => ({ type: 'paragraph', content })
const text = (value: string, ...marks: object[]) => ({ type: 'text', text: value, marks })

const SAMPLE: RichText = [
  { kind: 'heading', size: 'large', align: 'center', runs: [{ text: '活动规则' }] },
  {
    kind: 'paragraph',
    runs: [
      { text: '满 199 减 20\n', bold: true },
      { text: '详情', colour: 'brand', link: '#b1' },
    ],
  },
  { kind: 'item', list: 'number', level: 0, runs: [{ text: '一' }] },
  { kind: 'item', list: 'bullet', level: 1, runs: [{ text: '细则', underline: true, strike: true }] },
  { kind: 'item', list: 'number', level: 0, runs: [] },
  { kind: 'heading', size: 'small', runs: [{ text: '说明', italic: true, colour: '#c8102e' }] },
]

describe('a rich text in the editor', () => {
  it('comes back as it went, except that a line break has no looks of its own', () => {
    const back = fromEditorDocument(toEditorDocument(SAMPLE))
    const before = SAMPLE.with(1, {
      kind: 'paragraph',
      runs: [
        { text: '满 199 减 20', bold: true },
        { text: '\n' },
        { text: '详情', colour: 'brand', link: '#b1' },
      ],
    })
    expect(back).toEqual(before)
    expect(RichText.parse(back)).toEqual(back)
  })

  it('is an empty paragraph while there is none, and none again', () => {
    expect(toEditorDocument([])).toEqual(doc({ type: 'paragraph' }))
    expect(fromEditorDocument(doc(p(), p()))).toEqual([])
  })
})

describe('what the editor holds', () => {
  const runsOf = (...content: object[]) => fromEditorDocument(doc(p(...content)))[0]?.runs

  it('loses marks, links and colours that are not ours', () => {
    expect(
      runsOf(
        text('甲', { type: 'code' }, { type: 'link', attrs: { href: 'javascript:alert(1)' } }),
        text('乙', { type: 'ink', attrs: { colour: 'red;background:url(x)' } }),
        text('丙', { type: 'highlight', attrs: { colour: '#ffffff' } }),
      ),
    ).toEqual([{ text: '甲乙丙' }])
  })

  it('keeps the text of blocks it does not know', () => {
    expect(fromEditorDocument(doc({ type: 'codeBlock', content: [text('let a')] }))).toEqual([
      { kind: 'paragraph', runs: [{ text: 'let a' }] },
    ])
  })

  it('puts the second paragraph of an item on its next line', () => {
    const item = { type: 'listItem', content: [p(text('一')), p(text('二'))] }
    expect(fromEditorDocument(doc({ type: 'bulletList', content: [item] }))).toEqual([
      { kind: 'item', list: 'bullet', level: 0, runs: [{ text: '一\n二' }] },
    ])
  })

  it('flattens lists that nest deeper than ours', () => {
    const nest = (depth: number): object => ({
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [p(text(`${depth}`)), ...(depth < 5 ? [nest(depth + 1)] : [])] },
      ],
    })
    const levels = fromEditorDocument(doc(nest(0))).map((block) => block.kind === 'item' && block.level)
    expect(levels).toEqual([0, 1, 2, 2, 2, 2])
  })

  it('drops control characters and parts what is too long for one run', () => {
    expect(runsOf(text('a\u0000b\u001fc'))).toEqual([{ text: 'abc' }])
    expect(runsOf(text('字'.repeat(12_000)))?.map((run) => run.text.length)).toEqual([5_000, 5_000, 2_000])
  })

  it('is always a valid rich text, whatever its marks and attributes are', () => {
    const marks = fc.array(
      fc.record({
        type: fc.constantFrom('bold', 'italic', 'underline', 'strike', 'ink', 'link', 'code'),
        attrs: fc.record({
          href: fc.oneof(fc.string(), fc.constant('https://a.cn'), fc.constant(null), fc.constant('#b1')),
          colour: fc.oneof(fc.string(), fc.constant('accent'), fc.constant('#C8102E'), fc.integer()),
        }),
      }),
      { maxLength: 4 },
    )
    const inline = fc.oneof(
      fc.record({ type: fc.constant('text'), text: fc.string({ minLength: 1, unit: 'binary' }), marks }),
      fc.constant({ type: 'hardBreak' }),
    )
    const line = fc.record({
      type: fc.constantFrom('paragraph', 'heading', 'blockquote'),
      attrs: fc.record({ align: fc.anything(), level: fc.integer() }),
      content: fc.array(inline, { maxLength: 5 }),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const ours = fromEditorDocument(doc(...lines) as never)
        expect(RichText.parse(ours)).toEqual(ours)
        expect(fromEditorDocument(toEditorDocument(ours))).toEqual(ours)
      }),
    )
  })
})
