import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { type ButtonProps, definition } from './definition'
import { View } from './view'

const render = (props: Partial<ButtonProps>) => renderView(View, { ...definition.defaults, ...props })

describe('the button widget', () => {
  it('is a plain link, so it works without a script', () => {
    const html = render({ label: '去主会场', link: 'https://shop.example/11' })
    expect(html).toContain('href="https://shop.example/11"')
    expect(html).toContain('>去主会场</a>')
  })

  it('leads nowhere without a link or with an unsafe one', () => {
    expect(render({ link: '' })).not.toContain('href')
    expect(render({ link: 'JaVaScRiPt:alert(1)' })).not.toContain('href')
    expect(render({ link: '//evil.example' })).not.toContain('href')
  })

  it('refuses unsafe links on save', () => {
    for (const link of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      'java\nscript:alert(1)',
    ]) {
      expect(definition.props.safeParse({ ...definition.defaults, link }).success, link).toBe(false)
    }
  })

  it('keeps a page that was made before buttons had sizes', () => {
    const { size: _, ...before } = definition.defaults
    expect(definition.props.safeParse(before).success).toBe(true)
    expect(render({})).toContain('min-h-[44px]')
  })

  it('can be hit by a finger in every size', () => {
    expect(render({ size: 'large' })).toContain('min-h-[52px]')
    expect(render({ size: 'small' })).toContain('zg-button-small')
  })

  it('warns about a button without a link', () => {
    expect(definition.lint(definition.defaults, {} as never)).toEqual([
      { level: 'warning', code: 'missing_link', path: ['props', 'link'] },
    ])
  })
})
