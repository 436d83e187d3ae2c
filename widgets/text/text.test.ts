import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { definition, type TextProps } from './definition'
import { View } from './view'

const render = (props: Partial<TextProps>) => renderView(View, { ...definition.defaults, ...props })

describe('the text widget', () => {
  it('draws titles and headings as headings and the rest as paragraphs', () => {
    expect(render({ look: 'title' })).toMatch(/^<h2 /)
    expect(render({ look: 'heading' })).toMatch(/^<h3 /)
    expect(render({ look: 'body' })).toMatch(/^<p /)
    expect(render({ look: 'note' })).toMatch(/^<p /)
  })

  it('keeps the line breaks staff typed', () => {
    const html = render({ text: '第一行\n第二行' })
    expect(html).toContain('第一行\n第二行')
    expect(html).toContain('whitespace-pre-wrap')
  })

  it('takes the theme’s colour unless one was chosen', () => {
    expect(render({})).not.toContain('style=')
    expect(render({ colour: '#123456' })).toMatch(/style="color:\s?#123456;?"/)
  })

  it('warns about text that is only white space', () => {
    const find = (text: string) => definition.lint({ ...definition.defaults, text }, {} as never)
    expect(find(' \n')).toEqual([{ level: 'warning', code: 'empty_text', path: ['props', 'text'] }])
    expect(find('有字')).toEqual([])
  })
})
