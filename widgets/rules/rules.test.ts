import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { definition, type RulesProps } from './definition'
import { View } from './view'

const render = (props: Partial<RulesProps> = {}, isEditing = false) =>
  renderView(View, { ...definition.defaults, ...props }, { host: { isEditing } })

describe('the rules widget', () => {
  it.each(['tag', 'button'] as const)('opens its sheet by a link as a %s', (display) => {
    const html = render({ display })
    expect(html).toContain('href="#block-1-rules"')
    expect(html).toMatch(/<div id="block-1-rules"[^>]*role="dialog" aria-label="活动规则"/)
    expect(html).toContain('参与方式')
  })

  it('shows the rules in place, with nothing to open', () => {
    const html = render({ display: 'inline' })
    expect(html).toContain('参与方式')
    expect(html).not.toContain('href')
  })

  it('stands at the edge of the screen on the phone and in its place in the editor', () => {
    expect(render({ top: 35 })).toMatch(/zg-rules-fixed" style="top:\s?35%/)
    expect(render({ top: 35 }, true)).not.toContain('zg-rules-fixed')
    expect(render({ display: 'button' })).not.toContain('zg-rules-fixed')
  })

  it('warns while no rules are written', () => {
    const find = (text: RulesProps['text']) => definition.lint({ ...definition.defaults, text }, {} as never)
    expect(find([])).toEqual([{ level: 'warning', code: 'empty_rules' }])
    expect(find([{ kind: 'paragraph', runs: [{ text: '每人限领一张' }] }])).toEqual([])
    // Brackets may lie across runs that look different.
    const blank = [{ text: '主办方：【请填写：' }, { text: '全称', bold: true as const }, { text: '】' }]
    expect(find([{ kind: 'paragraph', runs: blank }])).toEqual([{ level: 'warning', code: 'blanks_left' }])
  })
})
