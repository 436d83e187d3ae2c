import { describe, expect, it } from 'vitest'
import type { RichBlock } from '../../schemas/rich-text'
import { renderView } from '../kit/testing/render'
import { definition } from './definition'
import { View } from './view'

const render = (...text: RichBlock[]) => renderView(View, { ...definition.defaults, text })
const paragraph = (...runs: RichBlock['runs']): RichBlock => ({ kind: 'paragraph', runs })

describe('the rich text widget', () => {
  it('draws headings as headings and items as lists within lists', () => {
    const html = render(
      { kind: 'heading', size: 'large', runs: [{ text: '大' }] },
      { kind: 'heading', size: 'small', runs: [{ text: '小' }] },
      { kind: 'item', list: 'number', level: 0, runs: [{ text: '一' }] },
      { kind: 'item', list: 'bullet', level: 1, runs: [{ text: '点' }] },
      { kind: 'item', list: 'number', level: 0, runs: [{ text: '二' }] },
    )
    expect(html.replace(/ (class|style)="[^"]*"/g, '')).toContain(
      '<h2>大</h2><h3>小</h3><ol><li>一<ul><li>点</li></ul></li><li>二</li></ol>',
    )
  })

  it('takes colours of the theme by name, and colours that stay', () => {
    expect(render(paragraph({ text: '红', colour: 'brand' }))).toMatch(/color:\s?var\(--zg-brand\)/)
    expect(render(paragraph({ text: '红', colour: '#c8102e' }))).toMatch(/color:\s?#c8102e/)
  })

  it('draws no style out of a colour that is none, and no link out of a script', () => {
    const hostile = { text: '字', colour: 'red;background:url(x)', link: 'javascript:alert(1)' }
    const html = render(paragraph(hostile))
    expect(html).not.toContain('url(')
    expect(html).not.toContain('<a')
    expect(html).toContain('字')
    expect(render(paragraph({ text: '字', colour: 'constructor' }))).not.toContain('style')
  })

  it('shows markup as text', () => {
    expect(render(paragraph({ text: '<img src=x onerror=alert(1)>' }))).toContain('&lt;img')
  })

  it('underlines and strikes through together', () => {
    expect(render(paragraph({ text: '价', underline: true, strike: true }))).toMatch(
      /text-decoration:\s?underline line-through/,
    )
  })

  it('warns while there is nothing to read', () => {
    const find = (text: RichBlock[]) => definition.lint({ ...definition.defaults, text }, {} as never)
    const warning = [{ level: 'warning', code: 'empty_text' }]
    expect(find([])).toEqual(warning)
    expect(find([paragraph(), paragraph()])).toEqual(warning)
    expect(find([paragraph({ text: '字' })])).toEqual([])
  })

  it('is not published with the sample text of a new block, and is once that is written over', () => {
    const codes = (text: RichBlock[]) =>
      definition
        .lint?.({ ...definition.defaults, text }, {} as never)
        ?.map(({ level, code }) => `${level} ${code}`)
    expect(codes(definition.defaults.text)).toEqual(['error unwritten_text'])
    expect(
      codes([paragraph({ text: '在这里输入' }, { text: '正文，可以加粗、换颜色、加链接。', bold: true })]),
    ).toEqual(['error unwritten_text'])
    expect(codes([paragraph({ text: '每人限领一张。' })])).toEqual([])
    expect(codes([])).toEqual(['warning empty_text'])
  })
})
