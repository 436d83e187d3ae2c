/** Where the focus is when a key is pressed. */
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

type Reach = readonly FocusPlace[]

const ALWAYS: Reach = ['text', 'form', 'blocks', 'elsewhere']
/** Not where typing means something else. */
const OUTSIDE_TEXT: Reach = ['form', 'blocks', 'elsewhere']
/** Not where a key could be meant for a switch or a choice. */
const OUTSIDE_FORMS: Reach = ['blocks', 'elsewhere']
const ON_BLOCKS: Reach = ['blocks']

export const COMMAND_GROUPS = ['page', 'edit', 'select', 'move', 'view'] as const

interface CommandSpec {
  id: string
  group: (typeof COMMAND_GROUPS)[number]
  /** `Mod` is ⌘ on a Mac and Ctrl elsewhere. The first one is shown. */
  keys: readonly string[]
  reach: Reach
  /** Does nothing while no block is selected. */
  needsSelection?: true
  /** Also while the page is tried out. */
  inPreview?: true
  /** The keys are only told: the browser asks for it by an event of its own, or the canvas hears them. */
  isHeardElsewhere?: true
  /** A way to go by keys; of no use in a list of commands. */
  isKeysOnly?: true
}

/** Everything the editor can be told, and by which keys: one list for keys, palette and sheet. */
const COMMANDS = [
  { id: 'commands', group: 'page', keys: ['Mod+K'], reach: ALWAYS, inPreview: true, isKeysOnly: true },
  { id: 'shortcuts', group: 'page', keys: ['?'], reach: OUTSIDE_TEXT, inPreview: true },
  { id: 'save', group: 'page', keys: ['Mod+S'], reach: ALWAYS, inPreview: true },
  { id: 'publish', group: 'page', keys: ['Mod+Enter'], reach: OUTSIDE_TEXT, inPreview: true },
  { id: 'undo', group: 'edit', keys: ['Mod+Z'], reach: OUTSIDE_TEXT },
  { id: 'redo', group: 'edit', keys: ['Mod+Shift+Z', 'Mod+Y'], reach: OUTSIDE_TEXT },
  { id: 'history', group: 'edit', keys: [], reach: OUTSIDE_TEXT },
  { id: 'add', group: 'edit', keys: ['/'], reach: ON_BLOCKS },
  { id: 'edit', group: 'edit', keys: ['Enter'], reach: ON_BLOCKS, needsSelection: true },
  { id: 'rename', group: 'edit', keys: ['F2'], reach: OUTSIDE_FORMS, needsSelection: true },
  { id: 'copy', group: 'edit', keys: ['Mod+C'], reach: ALWAYS, needsSelection: true, isHeardElsewhere: true },
  { id: 'cut', group: 'edit', keys: ['Mod+X'], reach: ALWAYS, needsSelection: true, isHeardElsewhere: true },
  { id: 'paste', group: 'edit', keys: ['Mod+V'], reach: ALWAYS, isHeardElsewhere: true },
  { id: 'duplicate', group: 'edit', keys: ['Mod+D'], reach: OUTSIDE_TEXT, needsSelection: true },
  { id: 'wrap', group: 'edit', keys: [], reach: OUTSIDE_TEXT, needsSelection: true },
  { id: 'remove', group: 'edit', keys: ['Delete', 'Backspace'], reach: OUTSIDE_FORMS, needsSelection: true },
  { id: 'hide', group: 'edit', keys: ['H'], reach: ON_BLOCKS, needsSelection: true },
  { id: 'lock', group: 'edit', keys: ['L'], reach: ON_BLOCKS, needsSelection: true },
  { id: 'selectPrevious', group: 'select', keys: ['ArrowUp'], reach: ON_BLOCKS, isKeysOnly: true },
  { id: 'selectNext', group: 'select', keys: ['ArrowDown'], reach: ON_BLOCKS, isKeysOnly: true },
  { id: 'selectFirst', group: 'select', keys: ['Home'], reach: ON_BLOCKS, isKeysOnly: true },
  { id: 'selectLast', group: 'select', keys: ['End'], reach: ON_BLOCKS, isKeysOnly: true },
  { id: 'extendUp', group: 'select', keys: ['Shift+ArrowUp'], reach: ON_BLOCKS, isKeysOnly: true },
  { id: 'extendDown', group: 'select', keys: ['Shift+ArrowDown'], reach: ON_BLOCKS, isKeysOnly: true },
  { id: 'selectSiblings', group: 'select', keys: ['Mod+A'], reach: OUTSIDE_TEXT },
  { id: 'selectParent', group: 'select', keys: ['Escape'], reach: OUTSIDE_TEXT, needsSelection: true },
  { id: 'moveUp', group: 'move', keys: ['Alt+ArrowUp'], reach: OUTSIDE_TEXT, needsSelection: true },
  { id: 'moveDown', group: 'move', keys: ['Alt+ArrowDown'], reach: OUTSIDE_TEXT, needsSelection: true },
  { id: 'moveLeft', group: 'move', keys: ['Alt+ArrowLeft'], reach: OUTSIDE_TEXT, needsSelection: true },
  { id: 'moveRight', group: 'move', keys: ['Alt+ArrowRight'], reach: OUTSIDE_TEXT, needsSelection: true },
  { id: 'moveTo', group: 'move', keys: ['M'], reach: ON_BLOCKS, needsSelection: true },
  { id: 'zoomIn', group: 'view', keys: ['Mod+='], reach: ALWAYS, inPreview: true, isHeardElsewhere: true },
  { id: 'zoomOut', group: 'view', keys: ['Mod+-'], reach: ALWAYS, inPreview: true, isHeardElsewhere: true },
  { id: 'zoomFit', group: 'view', keys: ['Mod+0'], reach: ALWAYS, inPreview: true, isHeardElsewhere: true },
  { id: 'preview', group: 'view', keys: [], reach: OUTSIDE_TEXT, inPreview: true },
  { id: 'pageSettings', group: 'view', keys: [], reach: OUTSIDE_TEXT },
] as const satisfies readonly CommandSpec[]

export type EditorCommand = (typeof COMMANDS)[number]['id']

/** The list under one type: which optional marks an entry carries is then asked of any of them. */
export const commandSpecs: readonly (CommandSpec & { id: EditorCommand })[] = COMMANDS
