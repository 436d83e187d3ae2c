import { commandSpecs, type EditorCommand, type FocusPlace } from './editor-commands'

/** The part of a KeyboardEvent that matters. */
export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  isComposing: boolean
  keyCode: number
  getModifierState: (modifier: string) => boolean
}

/** What browsers report of a key that an input method has taken. */
const IME_KEY_CODE = 229
/** Keys that are typed with Shift on some keyboards, without it on others, or full-width. */
const SIGNS: Readonly<Record<string, string>> = { '?': '?', '？': '?', '/': '/', '、': '/' }

const byKeys = new Map(
  commandSpecs.flatMap((spec) =>
    spec.isHeardElsewhere ? [] : spec.keys.map((keys) => [keys.toLowerCase(), spec] as const),
  ),
)

/** Half a Chinese word: the key belongs to the input method. */
export function isComposing(press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === IME_KEY_CODE
}

/**
 * The command of a key press, or undefined when the press is somebody else's. No state is kept
 * between presses, so no modifier can stick when the window loses focus half-way.
 */
export function commandOf(press: KeyPress, place: FocusPlace): EditorCommand | undefined {
  if (isComposing(press)) return undefined
  // A letter that needs AltGr, which some systems report as Ctrl and Alt.
  if (press.getModifierState('AltGraph') || (press.ctrlKey && press.altKey)) return undefined
  const spec = byKeys.get(keysOf(press))
  return spec?.reach.includes(place) ? spec.id : undefined
}

function keysOf(press: KeyPress): string {
  const sign = Object.hasOwn(SIGNS, press.key) ? SIGNS[press.key] : undefined
  const held = [
    (press.ctrlKey || press.metaKey) && 'Mod',
    press.altKey && 'Alt',
    press.shiftKey && !sign && 'Shift',
  ]
  return [...held.filter((modifier) => modifier !== false), sign ?? press.key].join('+').toLowerCase()
}
