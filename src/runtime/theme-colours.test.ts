import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ThemeName } from '@/schemas/page'
import { THEME_COLOURS } from './document-html'

it.each(ThemeName.options)('the browser’s frame is coloured as the top of %s', (name) => {
  const css = readFileSync(new URL('../phone/themes.css', import.meta.url), 'utf8')
  const block = css.slice(css.indexOf(`[data-theme="${name}"]`))
  expect(/linear-gradient\((#[0-9a-f]+), [^)]*\) no-repeat/.exec(block)?.[1]).toBe(THEME_COLOURS[name])
})
