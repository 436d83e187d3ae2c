import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { definition, type NoticeProps } from './definition'
import { View } from './view'

const render = (props: Partial<NoticeProps>, isEditing = false) =>
  renderView(View, { ...definition.defaults, ...props }, { host: { isEditing } })
const lines = (...texts: string[]) => texts.map((text) => ({ text, link: '' }))

describe('the notice widget', () => {
  it('rolls as long as its lines take together, a line at a time', () => {
    const html = render({ lines: lines('一', '二', '三'), seconds: 4 })
    expect(html).toMatch(/animation-duration:\s?12s;\s?animation-timing-function:\s?steps\(3\)/)
    expect(html).toMatch(/zg-notice-glides" style="animation-duration:\s?4s/)
  })

  it('repeats the first line for the eye alone', () => {
    const html = render({ lines: lines('一', '二') })
    expect(html).toContain('<div class="zg-notice-again" aria-hidden="true">一</div>')
    expect(html.match(/<p>一<\/p>/g)).toHaveLength(1)
  })

  it('can be stopped, without a script', () => {
    expect(render({})).toMatch(/<input[^>]*type="checkbox" id="block-1-pause"/)
    expect(render({})).toContain('<label class="zg-notice-pause" for="block-1-pause">暂停滚动</label>')
  })

  it('stands still with one line, and in the editor', () => {
    for (const html of [render({ lines: lines('一') }), render({}, true)]) {
      expect(html).not.toContain('animation')
      expect(html).not.toContain('<input')
    }
  })

  it('is a link only where it leads somewhere safe', () => {
    const html = render({
      lines: [
        { text: '去', link: '#b1' },
        { text: '不去', link: 'javascript:alert(1)' },
      ],
    })
    expect(html).toContain('<a href="#b1">去</a>')
    expect(html).toContain('<p>不去</p>')
  })

  it('warns about a line that is white space', () => {
    const find = (...texts: string[]) =>
      definition.lint({ ...definition.defaults, lines: lines(...texts) }, {} as never)
    expect(find('一', ' ')).toEqual([{ level: 'warning', code: 'empty_line' }])
    expect(find('一')).toEqual([])
  })
})
