import { describe, expect, it } from 'vitest'
import { pictureAttrs } from './picture'

const HASH = '0f343b0931126a20f133d67c2b018a3b5e2a4c8e6d3b1f0a9c8d7e6f5a4b3c2d'
const upload = (size: string, extension = 'jpg') => `/assets/u/${HASH}-${size}.${extension}`

describe('the attributes of a picture', () => {
  it('offer an upload in every width a phone needs, and say how wide it is drawn', () => {
    expect(pictureAttrs(upload('1600x900'), '50vw')).toEqual({
      src: `/assets/u/${HASH}/750`,
      srcset: `/assets/u/${HASH}/375 375w, /assets/u/${HASH}/750 750w, /assets/u/${HASH}/1080 1080w`,
      sizes: '50vw',
    })
    expect(pictureAttrs(upload('1600x900')).sizes).toBe('100vw')
  })

  it.each([
    [200, ['200w'], 200],
    [375, ['375w'], 375],
    [600, ['375w', '600w'], 600],
    [750, ['375w', '750w'], 750],
    [1080, ['375w', '750w', '1080w'], 750],
  ])('of one %i px wide promise nothing wider', (width, descriptors, middle) => {
    const attrs = pictureAttrs(upload(`${width}x80`, 'webp'))
    expect(attrs.srcset?.split(', ').map((each) => each.split(' ')[1])).toEqual(descriptors)
    expect(attrs.src).toBe(`/assets/u/${HASH}/${middle}`)
  })

  it.each([
    ['an upload from before sizes were kept', `/assets/u/${HASH}.jpg`],
    ['a drawing', upload('100x100', 'svg')],
    ['a picture elsewhere', 'https://img.example/a.jpg'],
    ['one elsewhere that looks like ours', `https://img.example${upload('100x100')}`],
    ['a picture of the product', '/assets/pictures/a.svg'],
    ['nothing', ''],
  ])('of %s are its address alone', (_, src) => {
    expect(pictureAttrs(src)).toEqual({ src })
  })
})
