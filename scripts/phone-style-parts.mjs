/*
 * A page carries its styles in itself, so it should carry those of its own widgets and theme only.
 * Here the compiled stylesheet is taken apart, in the order of the cascade: what every page needs,
 * each theme, each widget, and the utilities, which win over all of them.
 */

/**
 * A rule that stands where a widget's own rules begin, and around all of them. Each says something
 * else, or the minifier would make one rule of two.
 */
export const mark = (name) => `.zg-mark-${name}{--zg-mark:${name}}`
const markIn = (name) => new RegExp(`\\.zg-mark-${name}\\s*\\{[^}]*\\}`)
const WIDGET = /\.zg-mark-w-([a-z0-9-]+)\{[^}]*\}/g

/** Rules at the top level of minified CSS, each with all that is in it. */
export function topLevelRules(css) {
  const rules = []
  let depth = 0
  let quote = ''
  let from = 0
  for (let at = 0; at < css.length; at++) {
    const char = css[at]
    if (quote) {
      if (char === '\\') at++
      else if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '{') depth++
    else if ((char === '}' && --depth === 0) || (char === ';' && depth === 0)) {
      rules.push(css.slice(from, at + 1))
      from = at + 1
    }
  }
  return rules
}

/** The theme that a rule is for and no other; undefined for what several share. */
function themeOf(rule) {
  const prelude = rule.slice(0, rule.indexOf('{'))
  const selectors = prelude.split(',')
  const names = selectors.map((selector) => selector.match(/\[data-theme="?([a-z0-9-]+)"?\]/)?.[1])
  return prelude.startsWith('@') || names.some((name) => name !== names[0]) ? undefined : names[0]
}

/**
 * Takes a compiled stylesheet apart: `{base, themes, widgets, utilities}`. Put together again in
 * that order, with one theme and some of the widgets, it is what a page with those needs.
 */
export function styleParts(css) {
  const begin = css.match(markIn('widgets-begin'))
  const end = css.match(markIn('widgets-end'))
  if (!begin || !end) throw new Error('the stylesheet has lost the marks around its widgets')
  const themes = {}
  let base = ''
  for (const rule of topLevelRules(css.slice(0, begin.index))) {
    const theme = themeOf(rule)
    if (theme === undefined) base += rule
    else themes[theme] = (themes[theme] ?? '') + rule
  }
  const own = css.slice(begin.index + begin[0].length, end.index)
  const widgets = {}
  const marks = [...own.matchAll(WIDGET)]
  marks.forEach((found, i) => {
    widgets[found[1]] = own.slice(found.index + found[0].length, marks[i + 1]?.index ?? own.length)
  })
  return { base, themes, widgets, utilities: css.slice(end.index + end[0].length) }
}

/** The stylesheet without its marks. */
export function withoutMarks(css) {
  return css.replace(/\.zg-mark-[a-z0-9-]+\s*\{[^}]*\}/g, '')
}
