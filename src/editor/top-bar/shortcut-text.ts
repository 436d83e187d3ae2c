/** A shortcut as this computer's keyboard names it: `⌘Z`, `Ctrl+Z`. */
export function shortcutText(keys: string): string {
  const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
  return isApple ? `⌘${keys.replace('Shift+', '⇧')}` : `Ctrl+${keys}`
}
