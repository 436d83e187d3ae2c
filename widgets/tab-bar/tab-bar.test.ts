import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { definition, type TabBarProps } from './definition'
import { View } from './view'

type Entry = TabBarProps['entries'][number]
const entry = (over: Partial<Entry> = {}): Entry => ({
  label: '领券',
  icon: 'coupon',
  image: '',
  link: '/p/coupons',
  isCurrent: false,
  ...over,
})
const render = (entries: Entry[], isEditing = false) => renderView(View, { entries }, { host: { isEditing } })

describe('the tab bar widget', () => {
  it('says which entry is this page', () => {
    const html = render([entry({ isCurrent: true }), entry()])
    expect(html.match(/aria-current="page"/g)).toHaveLength(1)
  })

  it('is fixed on the phone and in its place in the editor', () => {
    expect(render([entry(), entry()])).toContain('zg-tabs-fixed')
    expect(render([entry(), entry()], true)).not.toContain('zg-tabs-fixed')
  })

  it('draws our icon, one of their own, or the place for it', () => {
    expect(render([entry()])).toContain('<svg')
    const own = entry({ icon: 'own', image: '/assets/u/a.webp' })
    expect(render([own])).toContain('<img src="/assets/u/a.webp"')
    expect(render([{ ...own, image: '' }])).toContain('<i></i>')
    expect(render([{ ...own, image: 'javascript:alert(1)' }])).toContain('<i></i>')
  })

  it('leads nowhere out of an unsafe link', () => {
    expect(render([entry({ link: 'javascript:alert(1)' })])).not.toContain('href')
  })

  it('takes two to five entries', () => {
    const isFine = (count: number) =>
      definition.props.safeParse({ entries: Array.from({ length: count }, () => entry()) }).success
    expect([1, 2, 5, 6].map(isFine)).toEqual([false, true, true, false])
  })

  it('warns about entries without a link, icons that are not there, and two of this page', () => {
    const find = (...entries: Entry[]) => definition.lint({ entries }, {} as never).map(({ code }) => code)
    expect(find(entry(), entry({ link: '' }))).toEqual(['missing_link'])
    expect(find(entry(), entry({ link: '', isCurrent: true }))).toEqual([])
    expect(find(entry(), entry({ icon: 'own' }))).toEqual(['missing_image'])
    expect(find(entry({ isCurrent: true }), entry({ isCurrent: true }))).toEqual(['several_current'])
  })
})
