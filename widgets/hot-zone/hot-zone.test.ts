import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { definition, type HotZoneProps } from './definition'
import { View } from './view'

const region = (over: Partial<HotZoneProps['regions'][number]> = {}) => ({
  x: 2_500,
  y: 1_000,
  w: 5_000,
  h: 3_000,
  link: '#packet',
  label: '红包雨',
  ...over,
})
const chosen: HotZoneProps = {
  ...definition.defaults,
  src: '/assets/u/a.webp',
  alt: '会场入口',
  regions: [region()],
}
const codes = (props: Partial<HotZoneProps>) =>
  definition.lint({ ...chosen, ...props }, {} as never).map(({ code }) => code)

describe('the hot-zone widget', () => {
  it('lays plain links over the picture, in parts of its size', () => {
    const html = renderView(View, chosen)
    expect(html).toMatch(/<a class="zg-hot-zone-region" href="#packet" [^>]*><span[^>]*>红包雨<\/span><\/a>/)
    expect(html).toContain('left:25%;top:10%;width:50%;height:30%;')
    expect(html).toContain('width="750"')
  })

  it('draws regions in their order, so that Tab follows it', () => {
    const html = renderView(View, {
      ...chosen,
      regions: [region({ label: 'a' }), region({ label: 'b', y: 5_000 })],
    })
    expect(html.indexOf('>a<')).toBeLessThan(html.indexOf('>b<'))
  })

  it('gives members no dead link and no unsafe one', () => {
    const dead = { ...chosen, regions: [region({ link: '' }), region({ link: 'javascript:alert(1)' })] }
    expect(renderView(View, dead)).not.toContain('<a')
    expect(renderView(View, dead, { host: { isEditing: true } })).not.toContain('href')
  })

  it('names the regions that do something, with or without a link', () => {
    const actions = [{ kind: 'copy' as const, inputs: { text: '口令' } }]
    const html = renderView(View, {
      ...chosen,
      regions: [region(), region({ link: '', label: '口令', actions }), region({ actions: [], link: '' })],
    })
    expect(html.match(/data-part="[^"]*"/g)).toEqual(['data-part="regions.1"'])
    expect(html.match(/<a /g)).toHaveLength(2)
  })

  it('shows its author where every region lies', () => {
    const html = renderView(
      View,
      { ...chosen, regions: [region({ link: '' })] },
      { host: { isEditing: true } },
    )
    expect(html).toContain('zg-hot-zone-editing')
  })

  it('refuses regions outside of the picture, and more than thirty', () => {
    const isValid = (regions: unknown) => definition.props.safeParse({ ...chosen, regions }).success
    expect(isValid([region({ x: 6_000 })])).toBe(false)
    expect(isValid([region({ y: -1 })])).toBe(false)
    expect(isValid(Array.from({ length: 30 }, () => region()))).toBe(true)
    expect(isValid(Array.from({ length: 31 }, () => region()))).toBe(false)
  })
})

describe('what its author is told', () => {
  it('finds nothing in a finished picture', () => {
    expect(codes({})).toEqual([])
  })

  it('asks for the picture first, then for regions', () => {
    expect(codes({ src: '', regions: [] })).toEqual(['missing_image'])
    expect(codes({ regions: [] })).toEqual(['no_regions'])
  })

  it('names regions without a link or a label, once each', () => {
    const regions = [
      region({ link: '' }),
      region({ y: 4_000, label: ' ' }),
      region({ y: 7_000, link: '', label: '' }),
    ]
    expect(codes({ regions })).toEqual(['region_without_link', 'region_without_label'])
  })

  it('warns where regions overlap, not where they touch', () => {
    expect(codes({ regions: [region(), region({ y: 4_000 })] })).toEqual([])
    expect(codes({ regions: [region(), region({ y: 3_999 })] })).toEqual(['regions_overlap'])
  })

  it('warns below 44 px on a phone 375 px wide, by the picture’s own ratio', () => {
    // 1,200 parts of 375 px are 45 px; of a height of 260 px they are 31.
    expect(codes({ regions: [region({ w: 1_200 })] })).toEqual([])
    expect(codes({ regions: [region({ w: 1_100 })] })).toEqual(['region_too_small'])
    expect(codes({ regions: [region({ h: 1_200 })] })).toEqual(['region_too_small'])
    expect(codes({ regions: [region({ h: 1_200 })], height: 1_500 })).toEqual([])
  })
})
