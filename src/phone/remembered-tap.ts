/** A tap that could not be answered before the member signed in. */
export interface RememberedTap {
  blockId: string
  action: string
  input: unknown
  /** ms since the epoch, by the phone's own clock. */
  at: number
}

const TAP_LIFETIME_MS = 600_000

function tapKey(): string {
  return `zg:tap:${location.pathname}`
}

/** Keeps the tap over the reload that signing in usually is. */
export function rememberTap(tap: RememberedTap): void {
  try {
    sessionStorage.setItem(tapKey(), JSON.stringify(tap))
  } catch {
    // Storage is full or forbidden: the member taps again.
  }
}

/** The remembered tap of this page, once, and only while the member would still expect it. */
export function takeTap(): RememberedTap | undefined {
  try {
    const text = sessionStorage.getItem(tapKey())
    if (!text) return undefined
    sessionStorage.removeItem(tapKey())
    const tap = JSON.parse(text) as RememberedTap
    return Date.now() - tap.at < TAP_LIFETIME_MS ? tap : undefined
  } catch {
    return undefined
  }
}
