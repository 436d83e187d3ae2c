import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { definition, type PopupProps } from './definition'
import { View } from './view'

const slots = { content: '领券' }
const render = (props: Partial<PopupProps> = {}, isEditing = false) =>
  renderView(View, { ...definition.defaults, ...props }, { slots, host: { isEditing } })

describe('the popup widget', () => {
  it('is a dialog with a name, whether or not the name is shown', () => {
    expect(render()).toContain('role="dialog" aria-label="弹窗"')
    expect(render()).toContain('<h2>弹窗</h2>')
    for (const html of [render({ hasTitle: false }), render({ look: 'bare' })]) {
      expect(html).toContain('aria-label="弹窗"')
      expect(html).not.toContain('<h2>')
    }
  })

  it('is closed by links, which need no script and lead to no block', () => {
    const hrefs = [...render().matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
    expect(hrefs).toEqual(['#-', '#-'])
    expect(render()).toContain('>关闭</a>')
  })

  it('lies open in the editor, so that something can be put into it', () => {
    const html = render({}, true)
    expect(html).toContain('领券')
    expect(html).not.toContain('zg-target')
  })

  it('warns while it holds nothing', () => {
    const find = (block: object) => definition.lint(definition.defaults, block as never)
    const warning = [{ level: 'warning', code: 'empty_popup' }]
    expect(find({})).toEqual(warning)
    expect(find({ slots: { content: [] } })).toEqual(warning)
    expect(find({ slots: { content: ['b1'] } })).toEqual([])
  })
})
