import { expect, it } from 'vitest'
import { stylesFor } from './phone-assets'
import { testAssets } from './test-site'

it('a page carries the styles of its own theme and widgets, utilities last', () => {
  expect(stylesFor(testAssets, 'spring', new Set(['tap', 'unknown']))).toBe(
    '.zg-page{color:red}.themed{color:tomato}.tap{color:gold}.block{display:block}',
  )
  expect(stylesFor(testAssets, 'fresh')).toBe('.zg-page{color:red}.block{display:block}')
})
