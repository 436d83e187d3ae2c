import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast } from '@/schemas/contrast'
import { ThemeName } from '@/schemas/page'
import { lookCss, pageLook } from '@/schemas/page-look'
import { THEME_GROUNDS, themeVariables, unreadablePairs } from '@/schemas/theme'

const css = readFileSync(new URL('../phone/themes.css', import.meta.url), 'utf8')

describe.each(ThemeName.options)('the theme %s', (name) => {
  it('is reckoned with as its stylesheet has it', () => {
    const block = new RegExp(`\\[data-theme="${name}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
    const read = (token: string) => new RegExp(`--zg-${token}: ([^;]+);`).exec(block)?.[1]
    const whole = (colour = '') => (colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour)
    const { radius, isDark, ...colours } = THEME_GROUNDS[name]
    for (const [token, colour] of Object.entries(colours)) expect(whole(read(token)), token).toBe(colour)
    expect(read('radius')).toBe(`${radius}px`)
    expect(block.includes('color-scheme: dark')).toBe(isDark)
  })

  it('has nothing of its own and nothing unreadable until a token is set', () => {
    expect(themeVariables(name)).toEqual({})
    expect(unreadablePairs(name)).toEqual([])
  })

  it.each(['#7a0019', '#ffe08a', '#0050b3', '#808080', '#000000', '#ffffff'])(
    'with the brand %s, what stands on it can be read',
    (brand) => {
      const variables = themeVariables(name, { brand })
      expect(contrast(variables['--zg-on-brand'] ?? '', brand)).toBeGreaterThanOrEqual(4.5)
    },
  )
})

it('says which token cannot be read, and on what', () => {
  expect(unreadablePairs('fresh', { brand: '#ffe08a' }).map(({ token, pair }) => `${token} ${pair}`)).toEqual(
    ['brand brand_page', 'brand brand_surface'],
  )
  // The text is the theme's: the ground was set.
  expect(unreadablePairs('fresh', { page: '#101010' })).toContainEqual(
    expect.objectContaining({ token: 'page', pair: 'text_page' }),
  )
})

it('writes the page’s own look as rules, and its picture under its colour', () => {
  const settings = {
    locale: 'zh-CN',
    background: '#fff0f0',
    backgroundImage: '/a.png',
    maxWidth: 720,
  } as const
  const look = pageLook({ theme: 'fresh', settings: { ...settings, tokens: { radius: 4 } } })
  expect(lookCss(look)).toBe('html[data-theme]{--zg-radius:4px;--zg-max:720px}')
  expect(look.background).toBe('url("/a.png") center top / 100% auto no-repeat #fff0f0')
  expect(lookCss(pageLook({ theme: 'fresh', settings: { locale: 'en' } }))).toBe('')
})
