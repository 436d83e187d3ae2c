import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { weigh } from './phone-budget.mjs'

/** A build whose files are noise of so many bytes, which gzip cannot make smaller. */
function aBuild(own: Record<string, number>) {
  const files = new Map(
    Object.entries({ 'phone.js': 5_000, 'shared.js': 6_000, 'page.css': 100, 'canvas.js': 100 }).map(
      ([name, bytes]) => [name, randomBytes(bytes)],
    ),
  )
  for (const [type, bytes] of Object.entries(own)) files.set(`${type}.js`, randomBytes(bytes))
  const manifest = {
    css: 'page.css',
    canvas: 'canvas.js',
    scripts: {
      'zh-CN': {
        phone: 'phone.js',
        preload: { phone: ['shared.js'] },
        islands: Object.fromEntries(Object.keys(own).map((type) => [type, ['shared.js', `${type}.js`]])),
      },
    },
  }
  return { files, manifest }
}

it('weighs what pages share once, and each widget by itself', () => {
  const { files, manifest } = aBuild({ lottery: 4_000, 'coupon-wall': 3_000 })
  const { shared, own, total } = weigh(files, manifest)
  expect(Math.round(shared / 1_000)).toBe(11)
  expect(Math.round((own.lottery ?? 0) / 1_000)).toBe(4)
  expect(total).toBe(shared + (own.lottery ?? 0) + (own['coupon-wall'] ?? 0))
})

it('refuses a widget that is too heavy, and a page that is', () => {
  const heavy = aBuild({ lottery: 6_100 })
  expect(() => weigh(heavy.files, heavy.manifest)).toThrow('lottery')
  const many = aBuild({ lottery: 5_500, 'coupon-wall': 5_500, 'red-packet': 5_500, 'points-mall': 5_500 })
  expect(() => weigh(many.files, many.manifest)).toThrow("a page's scripts")
})
