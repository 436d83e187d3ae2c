import { AA_TEXT, contrast, mixed, readableOn } from './contrast'
import type { ThemeName, ThemeTokens } from './page'

/*
 * A page's theme with the shop's own colours in it. The themes themselves are src/phone/themes.css;
 * what of them is needed for reckoning stands here too, and a test holds the two together. Apart
 * from zod: the canvas reads it.
 */

/** The colours of a theme that others are reckoned against. */
export interface ThemeGround {
  page: string
  surface: string
  text: string
  brand: string
  accent: string
  /** px. */
  radius: number
  isDark: boolean
}

export const THEME_GROUNDS: Record<ThemeName, ThemeGround> = {
  'double-11': {
    page: '#ffeef5',
    surface: '#ffffff',
    text: '#330a20',
    brand: '#cc0068',
    accent: '#ffc53d',
    radius: 14,
    isDark: false,
  },
  spring: {
    page: '#fff1e6',
    surface: '#fffdfa',
    text: '#3d0d08',
    brand: '#c8161d',
    accent: '#ffcf5c',
    radius: 14,
    isDark: false,
  },
  christmas: {
    page: '#eef5f0',
    surface: '#ffffff',
    text: '#12291d',
    brand: '#0f6b3f',
    accent: '#ff7a6b',
    radius: 14,
    isDark: false,
  },
  'member-day': {
    page: '#12100c',
    surface: '#1f1b14',
    text: '#f7ecd6',
    brand: '#e8c37e',
    accent: '#b5251d',
    radius: 14,
    isDark: true,
  },
  fresh: {
    page: '#f4f6f8',
    surface: '#ffffff',
    text: '#1c2733',
    brand: '#0b7a55',
    accent: '#ffb020',
    radius: 12,
    isDark: false,
  },
}

/** The theme as the page has it: its own values in place of the preset's. */
export function groundOf(theme: ThemeName, tokens: ThemeTokens = {}): ThemeGround {
  const own = Object.entries(tokens).filter(([, value]) => value !== undefined)
  return { ...THEME_GROUNDS[theme], ...Object.fromEntries(own) }
}

/** Pairs of a theme that must be told apart, by the token that was set, with what they reach. */
export function unreadablePairs(theme: ThemeName, tokens: ThemeTokens = {}): UnreadablePair[] {
  const ground = groundOf(theme, tokens)
  const pairs: [token: keyof ThemeTokens, on: 'page' | 'surface'][] = [
    ['text', 'page'],
    ['text', 'surface'],
    ['brand', 'page'],
    ['brand', 'surface'],
  ]
  return pairs.flatMap(([token, on]) => {
    // A preset keeps its promises; only what was set can break them.
    if (tokens[token] === undefined && tokens[on] === undefined) return []
    const ratio = contrast(ground[token as 'text'], ground[on])
    return ratio < AA_TEXT
      ? [{ token: tokens[token] === undefined ? on : token, pair: `${token}_${on}`, ratio }]
      : []
  }) as UnreadablePair[]
}

export interface UnreadablePair {
  /** The token to change. */
  token: keyof ThemeTokens
  pair: 'text_page' | 'text_surface' | 'brand_page' | 'brand_surface'
  ratio: number
}

/**
 * The CSS variables that put the page's own tokens in place of its theme's, and whatever follows
 * from them: what stands on the brand's colour, its darker and its softest shade. Empty without tokens.
 */
export function themeVariables(theme: ThemeName, tokens: ThemeTokens = {}): Record<string, string> {
  const { page, surface, text, isDark } = groundOf(theme, tokens)
  const variables: Record<string, string> = {}
  if (tokens.page !== undefined) Object.assign(variables, { page, backdrop: page })
  if (tokens.surface !== undefined) {
    Object.assign(variables, { surface, 'surface-2': mixed(surface, text, 0.05) })
  }
  if (tokens.text !== undefined || tokens.page !== undefined || tokens.surface !== undefined) {
    Object.assign(variables, {
      text,
      muted: readableOn(page, [mixed(text, page, 0.3), mixed(text, page, 0.2), text]),
      line: mixed(surface, text, 0.15),
    })
  }
  if (tokens.brand !== undefined) Object.assign(variables, brandVariables(tokens.brand, surface, isDark))
  if (tokens.accent !== undefined) {
    const { accent } = tokens
    const shades: [string, ...string[]] = [accent, mixed(accent, text, 0.4), mixed(accent, text, 0.65), text]
    Object.assign(variables, {
      accent,
      'accent-strong': readableOn(page, shades),
      'on-accent': readableOn(accent, [mixed(accent, '#000000', 0.75), '#000000', '#ffffff']),
    })
  }
  if (tokens.radius !== undefined) variables.radius = `${tokens.radius}px`
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [`--zg-${name}`, value]))
}

function brandVariables(brand: string, surface: string, isDark: boolean): Record<string, string> {
  const strong = mixed(brand, isDark ? '#ffffff' : '#000000', 0.25)
  return {
    brand,
    'brand-strong': strong,
    'brand-soft': mixed(surface, brand, 0.12),
    // On both ends of the gradient.
    'on-brand': readableOn(brand, ['#ffffff', mixed(brand, '#000000', 0.85), '#000000']),
    gradient: `linear-gradient(120deg, ${brand}, ${strong})`,
  }
}
