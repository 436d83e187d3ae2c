import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PageDefinition } from '@/schemas/page'

type PageSettings = PageDefinition['settings']

/** The scripts of pages in one language. */
export interface PhoneScripts {
  phone: string
  rewards: string
  /** Scripts that an entry imports, to be fetched together with it. */
  preload: { phone: string[]; rewards: string[] }
  /** The scripts of each interactive widget, by type. */
  islands: Record<string, string[]>
}

/** What scripts/build-phone.mjs made: names of files below /assets/h5. */
export interface PhoneManifest {
  canvas: string
  css: string
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
  /** The stylesheet of every page, as text to be put into it. */
  css: string
  /** The one of the phone's own pages besides. */
  screensCss: string
}

export const ASSETS_PATH = '/assets/h5/'

/** Reads the build's manifest and stylesheets. Throws when the phone was never built. */
export function loadPhoneAssets(folder: string): PhoneAssets {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as PhoneManifest
  const css = (name: string) => readFileSync(join(folder, name), 'utf8').trim()
  return { folder, manifest, css: css(manifest.css), screensCss: css(manifest.screensCss) }
}
