import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { definition, type FloatingEntranceProps } from './definition'
import { View } from './view'

const render = (props: Partial<FloatingEntranceProps> = {}, isEditing = false) =>
  renderView(View, { ...definition.defaults, ...props }, { host: { isEditing } })

describe('the floating entrance', () => {
  it('is a plain link that stands at the side of the screen, above what a phone covers', () => {
    const html = render({ link: '#packet', bottom: 90 })
    expect(html).toContain('<a href="#packet">')
    expect(html).toContain('拆红包')
    expect(html).toMatch(
      /zg-floating-fixed" style="bottom:\s?calc\(90px \+ env\(safe-area-inset-bottom, 0px\)\)/,
    )
  })

  it('stands in its place in the editor, to be selected there', () => {
    expect(render({}, true)).not.toContain('zg-floating-fixed')
  })

  it('draws no link and no picture out of an unsafe address', () => {
    expect(render({ link: 'javascript:alert(1)' })).not.toContain('<a')
    expect(render({ picture: 'own', image: 'javascript:alert(1)' })).toBe('')
  })

  it('shows members nothing while its own picture is missing, and the editor a stand-in', () => {
    expect(render({ picture: 'own' })).toBe('')
    expect(render({ picture: 'own' }, true)).toContain('<svg')
    expect(render({ picture: 'own', image: '/assets/u/a.webp' })).toContain('src="/assets/u/a.webp"')
  })

  it('hovers only when it is told to', () => {
    expect(render()).toContain('zg-floating-moves')
    expect(render({ moves: false })).not.toContain('zg-floating-moves')
  })

  it('says what is missing', () => {
    const codes = (props: Partial<FloatingEntranceProps>) =>
      definition.lint({ ...definition.defaults, ...props }, {} as never).map(({ code }) => code)
    expect(codes({})).toEqual(['missing_link'])
    expect(codes({ link: '/p/a', picture: 'own' })).toEqual(['missing_image'])
    expect(codes({ link: '/p/a' })).toEqual([])
  })
})
