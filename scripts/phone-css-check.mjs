/*
 * Finds what Chrome 80 or iOS 14 would not understand in compiled CSS. Looks only for what
 * breaks a layout or drops a whole rule; a property that is merely ignored is no offence.
 */

const PROPERTIES =
  /^(translate|rotate|scale|aspect-ratio|inset|inset-(block|inline)|(margin|padding)-(block|inline)|container(-type|-name)?)$/
const VALUES = [
  [/\b(oklch|oklab|lab|lch|hwb|color-mix|color|light-dark)\(/, 'colour function'],
  [/\d(dvh|svh|lvh|dvw|svw|lvw|cqw|cqh|cqi)\b/, 'viewport or container unit'],
  [/\brgba?\(from\b/, 'relative colour'],
]
const SELECTORS = [
  [/:where\(/, ':where()'],
  [/:is\(/, ':is()'],
  [/:has\(/, ':has()'],
  [/:not\([^)]*,/, ':not() with a list'],
  [/&/, 'nesting'],
  [/,.*:focus-visible|:focus-visible.*,|,.*::backdrop|::backdrop.*,/, 'a new selector in a list'],
]
const AT_RULES = /^@(property|layer|container|scope|starting-style|view-transition)\b/

/** Splits a rule's body into declarations, minding strings and parentheses. */
function declarationsOf(body) {
  const parts = body.match(/(?:"(?:\\.|[^"])*"|'(?:\\.|[^'])*'|\((?:[^()]|\([^()]*\))*\)|[^;])+/g) ?? []
  return parts.map((part) => {
    const colon = part.indexOf(':')
    return { property: part.slice(0, colon).trim(), value: part.slice(colon + 1).trim() }
  })
}

/** Every rule of the text with the at-rules around it, in order. Reads flat CSS: no nesting of style rules. */
function* rulesOf(css) {
  const open = []
  let from = 0
  let quote = ''
  for (let at = 0; at < css.length; at++) {
    const char = css[at]
    if (quote) {
      if (char === '\\') at++
      else if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '{') {
      open.push(css.slice(from, at).trim())
      from = at + 1
    } else if (char === '}') {
      const head = open.pop() ?? ''
      const body = css.slice(from, at).trim()
      if (!head.startsWith('@') || body) yield { head, body, around: [...open] }
      from = at + 1
    } else if (char === ';' && open.length === 0) {
      yield { head: css.slice(from, at).trim(), body: '', around: [] }
      from = at + 1
    }
  }
}

/** What is wrong with one rule, in a few words each. */
function* reasonsIn({ head, body, around }) {
  for (const rule of [head, ...around]) {
    if (AT_RULES.test(rule)) yield rule.split(/[\s{(]/)[0]
    if (/^@media.*[<>]/.test(rule)) yield 'media range'
  }
  if (!head.startsWith('@')) for (const [pattern, reason] of SELECTORS) if (pattern.test(head)) yield reason

  const declarations = declarationsOf(body)
  // A value behind @supports is only read by those who know it.
  const isGuarded = around.some((rule) => rule.startsWith('@supports'))
  const isGrid = declarations.some(({ property, value }) => property === 'display' && /grid/.test(value))
  for (const { property, value } of declarations) {
    if (PROPERTIES.test(property)) yield `${property}:`
    if (/^(row-|column-)?gap$/.test(property) && !isGrid) {
      yield 'gap outside a rule that says display: grid (flex gap is unknown)'
    }
    if (isGuarded) continue
    for (const [pattern, reason] of VALUES) {
      const found = pattern.exec(value.replace(/"[^"]*"|url\([^)]*\)/g, ''))
      if (found) yield `${reason} ${found[0]}`
    }
  }
}

/**
 * The offending rules: `selector`, `reason`, and `word`, a class name to look for in the sources.
 * Empty when every rule can be read.
 */
export function cssOffenders(css) {
  const offenders = []
  for (const rule of rulesOf(css)) {
    for (const reason of reasonsIn(rule)) {
      const word = /\.((?:\\.|[\w-])+)/.exec(rule.head)?.[1]?.replace(/\\(.)/g, '$1')
      offenders.push({ selector: rule.head.slice(0, 120), reason, word })
    }
  }
  return offenders
}
