import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { definition } from './definition'
import { View } from './view'

describe('the columns widget', () => {
  it('offers as many slots as its ratio has parts', () => {
    for (const ratio of definition.props.shape.ratio.options) {
      const parts = ratio.split(':').length
      expect(Object.keys(definition.slots({ ratio, gap: 0 })), ratio).toHaveLength(parts)
    }
  })

  it('draws its slots in order, and keeps the place of an empty one', () => {
    const slots = { first: 'A', third: 'C', fourth: 'no such column' }
    const html = renderView(View, { ratio: '1:1:1', gap: 8 }, { slots })
    expect(html).toContain('<div>A</div><div></div><div>C</div></div>')
    expect(html).not.toContain('no such column')
  })

  it('does not draw a third slot left over from three columns', () => {
    const html = renderView(
      View,
      { ratio: '1:2', gap: 8 },
      { slots: { first: 'A', second: 'B', third: 'C' } },
    )
    expect(html).not.toContain('C</div>')
    expect(html).toMatch(/grid-template-columns:\s?minmax\(0,\s?1fr\) minmax\(0,\s?2fr\)/)
  })

  it('warns while nothing stands in it', () => {
    const lint = (slots?: Record<string, string[]>) =>
      definition.lint(definition.defaults, { slots } as never)
    expect(lint()).toEqual([{ level: 'warning', code: 'empty_columns' }])
    expect(lint({ first: [] })).toEqual([{ level: 'warning', code: 'empty_columns' }])
    expect(lint({ first: ['b1'] })).toEqual([])
  })
})
