import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { definition, type ImageProps } from './definition'
import { View } from './view'

const chosen: ImageProps = { ...definition.defaults, src: '/assets/u/a.webp', alt: '主会场' }

describe('the image widget', () => {
  it('tells the browser the ratio, so that nothing jumps when the picture arrives', () => {
    const html = renderView(View, { ...chosen, width: 750, height: 300 })
    expect(html).toContain('width="750"')
    expect(html).toContain('height="300"')
  })

  it('is a plain link when it leads somewhere, and only then', () => {
    expect(renderView(View, { ...chosen, link: '/p/double-11' })).toContain(
      '<a class="block" href="/p/double-11">',
    )
    expect(renderView(View, chosen)).not.toContain('<a')
  })

  it('draws no link and no picture out of an unsafe address', () => {
    expect(renderView(View, { ...chosen, link: 'javascript:alert(1)' })).not.toContain('javascript:')
    expect(renderView(View, { ...chosen, src: 'javascript:alert(1)' })).toBe('')
  })

  it('asks for a picture in the editor and shows nothing to members', () => {
    expect(renderView(View, definition.defaults)).toBe('')
    expect(renderView(View, definition.defaults, { host: { isEditing: true } })).toContain('在右侧选择图片')
  })

  it('warns about a missing picture, then about missing alternative text', () => {
    const codes = (props: ImageProps) => definition.lint(props, {} as never).map(({ code }) => code)
    expect(codes(definition.defaults)).toEqual(['missing_image'])
    expect(codes({ ...chosen, alt: ' ' })).toEqual(['missing_alt'])
    expect(codes(chosen)).toEqual([])
  })
})
