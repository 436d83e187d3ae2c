/** What a key press asks of the editor. */
export type EditorCommand =
  | 'save'
  | 'undo'
  | 'redo'
  | 'remove'
  | 'duplicate'
  | 'moveUp'
  | 'moveDown'
  | 'moveLeft'
  | 'moveRight'
  | 'selectParent'
  | 'selectPrevious'
  | 'selectNext'

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

/** Where the focus is when the key is pressed. */
export type FocusPlace =
  /** A field that takes text: its keys are its own. */
  | 'text'
  /** The inspector, whose switches and choices have keys of their own. */
  | 'form'
  /** The canvas or the layers, where arrows choose blocks. */
  | 'blocks'
  /** A dialog or menu over the editor. */
  | 'overlay'
  | 'elsewhere'

/** What browsers report of a key that an input method has taken. */
const IME_KEY_CODE = 229

const ARROWS = {
  ArrowUp: { withAlt: 'moveUp', alone: 'selectPrevious' },
  ArrowDown: { withAlt: 'moveDown', alone: 'selectNext' },
  ArrowLeft: { withAlt: 'moveLeft', alone: undefined },
  ArrowRight: { withAlt: 'moveRight', alone: undefined },
} as const

/**
 * The command of a key press, or undefined when the press is somebody else's. No state is kept
 * between presses, so no modifier can stick when the window loses focus half-way.
 */
export function commandOf(press: KeyPress, place: FocusPlace): EditorCommand | undefined {
  // Half a Chinese word, or a letter that needs AltGr (which some systems report as Ctrl and Alt).
  if (press.isComposing || press.keyCode === IME_KEY_CODE) return undefined
  if (press.getModifierState('AltGraph') || (press.ctrlKey && press.altKey)) return undefined
  if (place === 'overlay') return undefined

  const isCommand = press.ctrlKey || press.metaKey
  const key = press.key.toLowerCase()
  if (isCommand && key === 's' && !press.shiftKey) return 'save'
  if (place === 'text') return undefined
  if (isCommand) {
    if (key === 'z') return press.shiftKey ? 'redo' : 'undo'
    if (key === 'y' && !press.shiftKey) return 'redo'
    if (key === 'd' && !press.shiftKey) return 'duplicate'
    return undefined
  }
  if (press.shiftKey) return undefined
  if (Object.hasOwn(ARROWS, press.key)) {
    const arrow = ARROWS[press.key as keyof typeof ARROWS]
    if (press.altKey) return arrow.withAlt
    return place === 'blocks' ? arrow.alone : undefined
  }
  if (press.altKey) return undefined
  if (press.key === 'Delete' || press.key === 'Backspace') return place === 'form' ? undefined : 'remove'
  return press.key === 'Escape' ? 'selectParent' : undefined
}
