import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ThemeName } from '@/schemas/page'

const css = readFileSync(new URL('../phone/themes.css', import.meta.url), 'utf8')

/** The variables of a theme, without their `--zg-`. */
function themeOf(name: ThemeName): Map<string, string> {
  const block = new RegExp(`\\[data-theme="${name}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  return new Map(
    [...block.matchAll(/--zg-([a-z0-9-]+):\s*([^;]*(?:"[^"]*"[^;]*)*);/g)].map((m) => [m[1]!, m[2]!]),
  )
}

/** Every colour that is written in a value, as `#rrggbb`; in a picture the hash is escaped. */
function coloursIn(value: string): string[] {
  return [...value.matchAll(/(?:#|%23)([0-9a-f]{6}|[0-9a-f]{3})\b/g)].map(([, hex = '']) =>
    hex.length === 3 ? `#${[...hex].map((c) => c + c).join('')}` : `#${hex}`,
  )
}

/** Relative luminance as WCAG 2 defines it, 0 to 1. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const SURFACES = ['page', 'surface', 'surface-2', 'brand-soft']
const BRANDS = ['brand', 'brand-strong', 'gradient']

/** What each theme promises: this on that, at least so many times as light or as dark. */
const PROMISES: { on: string[]; stand: string[]; ratio: number }[] = [
  { on: SURFACES, stand: ['text', 'muted', 'brand', 'brand-strong', 'accent-strong', 'danger'], ratio: 4.5 },
  { on: ['backdrop'], stand: ['text', 'muted'], ratio: 4.5 },
  { on: BRANDS, stand: ['on-brand'], ratio: 4.5 },
  { on: ['accent'], stand: ['on-accent'], ratio: 4.5 },
  { on: ['brand-strong'], stand: ['accent'], ratio: 3 },
]

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2)
})

describe.each(ThemeName.options)('the theme %s', (name) => {
  const theme = themeOf(name)

  it('has every variable that the plain one has', () => {
    expect([...theme.keys()].sort()).toEqual([...themeOf('fresh').keys()].sort())
    expect(theme.size).toBe(18)
  })

  it('keeps every promise of contrast', () => {
    const broken: string[] = []
    let pairs = 0
    for (const { on, stand, ratio } of PROMISES) {
      for (const ground of on.flatMap((key) =>
        coloursIn(theme.get(key) ?? '').map((c) => [key, c] as const),
      )) {
        for (const key of stand) {
          const [colour] = coloursIn(theme.get(key) ?? '')
          pairs += 1
          const reached = colour ? contrast(colour, ground[1]) : 0
          if (reached < ratio) broken.push(`${key} on ${ground[0]} ${ground[1]}: ${reached.toFixed(2)}`)
        }
      }
    }
    expect(broken).toEqual([])
    expect(pairs).toBeGreaterThanOrEqual(30)
  })
})
