import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { type CarouselProps, definition } from './definition'
import { View } from './view'

const slide = (name: string, over: Partial<CarouselProps['slides'][number]> = {}) => ({
  image: `/assets/pictures/${name}.svg`,
  alt: name,
  link: '',
  ...over,
})
const draw = (over: Partial<CarouselProps>) => renderView(View, { ...definition.defaults, ...over })
const codes = (slides: CarouselProps['slides']) =>
  definition.lint({ ...definition.defaults, slides }, {} as never).map(({ code }) => code)

describe('the carousel widget', () => {
  it('works without a script: dots are links to the pictures', () => {
    const html = draw({ slides: [slide('a'), slide('b')] })
    expect(html).toContain('id="block-1-2"')
    expect(html).toContain('href="#block-1-2"')
    expect(html.match(/<img/g)).toHaveLength(2)
  })

  it('keeps its place by the ratio it is given, whatever the pictures measure', () => {
    expect(draw({ slides: [slide('a')], width: 750, height: 300 })).toContain('padding-top:40%')
  })

  it('fetches the first picture first, and the others when they are needed', () => {
    const images = draw({ slides: [slide('a'), slide('b'), slide('c')] }).match(/<img[^>]*>/g) ?? []
    expect(images[0]).toContain('loading="eager"')
    expect(images[0]).toContain('fetchpriority="high"')
    for (const image of images.slice(1)) {
      expect(image).toContain('loading="lazy"')
      expect(image).not.toContain('fetchpriority')
    }
  })

  it('skips slides without a picture or with an unsafe one, and counts only what it shows', () => {
    const html = draw({
      slides: [slide('a', { image: '' }), slide('b'), slide('c', { image: 'javascript:alert(1)' })],
    })
    expect(html).toContain('id="block-1-1"')
    expect(html).not.toContain('block-1-2')
    expect(html).not.toContain('zg-carousel-dots')
    expect(html).not.toContain('javascript:')
  })

  it('shows members nothing while it has no picture, and asks its author for some', () => {
    expect(draw({})).toBe('')
    const editing = renderView(View, definition.defaults, { host: { isEditing: true } })
    expect(editing).toContain('在右侧添加图片')
  })

  it('links a slide only where it safely leads somewhere', () => {
    expect(draw({ slides: [slide('a', { link: '#coupons' })] })).toContain('<a href="#coupons">')
    expect(draw({ slides: [slide('a', { link: 'javascript:alert(1)' })] })).not.toContain('<a')
  })

  it('holds one to ten slides', () => {
    const isValid = (count: number) =>
      definition.props.safeParse({
        ...definition.defaults,
        slides: Array.from({ length: count }, () => slide('a')),
      }).success
    expect([0, 1, 10, 11].map(isValid)).toEqual([false, true, true, false])
  })

  it('tells its author what is missing', () => {
    expect(codes(definition.defaults.slides)).toEqual(['missing_images'])
    expect(codes([slide('a'), slide('b', { image: '' })])).toEqual(['missing_image'])
    expect(codes([slide('a', { alt: '  ' })])).toEqual(['missing_alt'])
    expect(codes([slide('a')])).toEqual([])
  })
})
