const APPLE = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Delete: '⌫', Enter: '↩', Escape: 'esc' }
const OTHER = { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Delete: 'Delete', Enter: 'Enter', Escape: 'Esc' }
const BOTH = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }

/** Whether this computer's keyboard has ⌘. */
function hasAppleKeys(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
}

/** The keys of a shortcut one by one, as that keyboard names them: `Mod+Shift+Z` is `⌘ ⇧ Z` or `Ctrl Shift Z`. */
export function keyNames(keys: string, isApple = hasAppleKeys()): string[] {
  const names: Readonly<Record<string, string>> = { ...BOTH, ...(isApple ? APPLE : OTHER) }
  return keys.split('+').map((key) => names[key] ?? key)
}

/** The same in one word: `⇧⌘Z`, `Ctrl+Shift+Z`. */
export function keyText(keys: string, isApple = hasAppleKeys()): string {
  return keyNames(keys, isApple).join(isApple ? '' : '+')
}

/** For assistive technology, which names modifiers its own way: `Meta+Z`. */
export function ariaKeys(keys: readonly string[], isApple = hasAppleKeys()): string {
  return keys.map((each) => each.replace('Mod', isApple ? 'Meta' : 'Control')).join(' ')
}
