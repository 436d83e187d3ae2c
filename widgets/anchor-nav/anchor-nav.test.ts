import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { type AnchorNavProps, definition } from './definition'
import { View } from './view'

const render = (entries: AnchorNavProps['entries']) => renderView(View, { entries, look: 'line' })

describe('the floor navigation', () => {
  it('is plain links, so it works without a script, and marks nothing before one runs', () => {
    const html = render([
      { label: '好券', target: '#b1' },
      { label: '爆款', target: '#b2' },
    ])
    expect(html).toContain('<a href="#b1"><span>好券</span></a>')
    expect(html).toContain('<a href="#b2"><span>爆款</span></a>')
    expect(html).not.toContain('aria-current')
  })

  it('leads to places of the page alone', () => {
    const isFine = (target: string) =>
      definition.props.safeParse({
        ...definition.defaults,
        entries: [
          { label: '甲', target },
          { label: '乙', target: '#b1' },
        ],
      }).success
    expect(isFine('')).toBe(true)
    expect(isFine('#b2')).toBe(true)
    for (const target of ['/p/other', 'https://shop.example', 'javascript:alert(1)', '# b']) {
      expect(isFine(target), target).toBe(false)
    }
  })

  it('warns about a floor without a block', () => {
    const find = (target: string) =>
      definition.lint({ look: 'line', entries: [{ label: '甲', target }] }, {} as never)
    expect(find('')).toEqual([{ level: 'warning', code: 'missing_target' }])
    expect(find('#b1')).toEqual([])
  })
})
