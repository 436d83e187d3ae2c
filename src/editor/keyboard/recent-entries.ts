const KEY = 'ziggurat.editor.recent'
const MAX_RECENT = 6
const MAX_KEY_LENGTH = 80

/** What was last chosen in the command palette on this computer, the latest first. */
export function recentEntries(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored)
      ? stored.filter((key) => typeof key === 'string' && key.length <= MAX_KEY_LENGTH).slice(0, MAX_RECENT)
      : []
  } catch {
    // No storage, or not what we wrote: the palette works without.
    return []
  }
}

export function rememberEntry(key: string): void {
  try {
    const keys = [key, ...recentEntries().filter((other) => other !== key)].slice(0, MAX_RECENT)
    localStorage.setItem(KEY, JSON.stringify(keys))
  } catch {
    // Full or forbidden: it will be found by searching.
  }
}
