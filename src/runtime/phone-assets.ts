import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PageDefinition, ThemeName } from '@/schemas/page'

type PageSettings = PageDefinition['settings']

/** The scripts of pages in one language. */
export interface PhoneScripts {
  phone: string
  rewards: string
  /** What pages need besides whose events do something. */
  bindings: string
  /** Scripts that an entry imports, to be fetched together with it. */
  preload: { phone: string[]; rewards: string[]; bindings: string[] }
  /** The scripts of each interactive widget, by type. */
  islands: Record<string, string[]>
}

/** What scripts/build-phone.mjs made: names of files below /assets/h5. */
export interface PhoneManifest {
  canvas: string
  /** Everything in one, for the canvas. */
  css: string
  /** The same in parts. */
  styles: string
  screensCss: string
  canvasCss: string
  scripts: Record<PageSettings['locale'], PhoneScripts>
  /** Changes whenever any of the files does. */
  build: string
}

export interface PhoneAssets {
  /** Where the files lie. */
  folder: string
  manifest: PhoneManifest
  /** The whole stylesheet, for the canvas. */
  css: string
  styles: StyleParts
  /** The one of the phone's own pages besides. */
  screensCss: string
}

/** The stylesheet in parts, in the order of the cascade. */
export interface StyleParts {
  base: string
  themes: Partial<Record<ThemeName, string>>
  /** By widget type; `kit` is what they share. */
  widgets: Record<string, string>
  utilities: string
}

/** The styles of a page in a theme, with these widgets on it, to be put into it. */
export function stylesFor(
  { styles }: PhoneAssets,
  theme: ThemeName,
  types: ReadonlySet<string> = new Set(),
): string {
  const own = Object.keys(styles.widgets).filter((type) => types.has(type))
  return [
    styles.base,
    styles.themes[theme] ?? '',
    ...own.map((type) => styles.widgets[type] ?? ''),
    styles.utilities,
  ].join('')
}

export const ASSETS_PATH = '/assets/h5/'

/** Reads the build's manifest and stylesheets. Throws when the phone was never built. */
export function loadPhoneAssets(folder: string): PhoneAssets {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as PhoneManifest
  const text = (name: string) => readFileSync(join(folder, name), 'utf8').trim()
  const styles = JSON.parse(text(manifest.styles)) as StyleParts
  return { folder, manifest, css: text(manifest.css), styles, screensCss: text(manifest.screensCss) }
}
