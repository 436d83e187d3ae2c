import type { PageDefinition } from './page'
import { themeVariables } from './theme'
import { readUploadUrl, variantWidths } from './upload'

/*
 * How a page as a whole looks, besides its theme: the same on the phone and on the canvas. Apart
 * from zod, which the canvas does not load.
 */

export interface PageLook {
  /** CSS variables of the document. */
  variables: Record<string, string>
  /** In place of the theme's background, picture and all; undefined keeps it. */
  background: string | undefined
}

/** How a picture behind the page lies. */
const FITS = {
  screen: 'center top / cover no-repeat',
  width: 'center top / 100% auto no-repeat',
  tile: 'center top / auto repeat',
} as const

/** What of the look is the page's own. Takes a page whose schema was checked: addresses hold no quotes. */
export function pageLook({ theme, settings }: Pick<PageDefinition, 'theme' | 'settings'>): PageLook {
  const { background, backgroundImage, backgroundFit = 'width', maxWidth, tokens } = settings
  const picture = backgroundImage && `url("${pictureOf(backgroundImage)}") ${FITS[backgroundFit]}`
  return {
    variables: {
      ...themeVariables(theme, tokens),
      ...(maxWidth !== undefined && { '--zg-max': `${maxWidth}px` }),
    },
    // The colour belongs to the last layer.
    background: [picture, background].filter(Boolean).join(' ') || undefined,
  }
}

/** An upload comes as wide as there is a variant of it, and in the best format the browser takes. */
function pictureOf(address: string): string {
  const upload = readUploadUrl(address)
  return upload ? `${upload.base}/${variantWidths(upload.width).at(-1)}` : address
}

/** The look as rules of a stylesheet, to come after the theme's. Empty where nothing is the page's own. */
export function lookCss({ variables }: PageLook): string {
  const rules = Object.entries(variables).map(([name, value]) => `${name}:${value}`)
  // More specific than the theme's own rule, wherever that stands.
  return rules.length > 0 ? `html[data-theme]{${rules.join(';')}}` : ''
}
