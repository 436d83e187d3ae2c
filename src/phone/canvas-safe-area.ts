import type { SafeArea } from '../../schemas/canvas'

/** Each rule that asks for an inset, as it was written. */
const written = new WeakMap<CSSStyleRule, string>()

const INSET = /env\(\s*safe-area-inset-(top|bottom|left|right)\s*(?:,[^()]*)?\)/g

/**
 * Writes the insets into the rules that ask for them: no script can tell a browser how much of
 * its screen a notch covers. Null puts the rules back.
 */
export function setSafeArea(document: Document, insets: SafeArea | null): void {
  for (const sheet of document.styleSheets) setIn(sheet.cssRules, insets)
}

function setIn(rules: CSSRuleList, insets: SafeArea | null): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
      const before = written.get(rule) ?? rule.style.cssText
      if (before.includes('safe-area-inset')) {
        written.set(rule, before)
        rule.style.cssText = insets ? withInsets(before, insets) : before
      }
    }
    if ('cssRules' in rule) setIn(rule.cssRules as CSSRuleList, insets)
  }
}

/** The declarations with px in place of what only a phone knows. */
export function withInsets(css: string, { top, bottom }: SafeArea): string {
  return css.replace(INSET, (_, side) => `${side === 'top' ? top : side === 'bottom' ? bottom : 0}px`)
}
