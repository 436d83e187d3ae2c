import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CanvasLayout } from '@/schemas/canvas'
import type { BlockId, PageDefinition } from '@/schemas/page'
import {
  apply,
  blockOf,
  type Definitions,
  DocumentError,
  type DocumentErrorCode,
  isNoChange,
  type Operation,
  type PageDiff,
  type PageProblem,
  restore,
} from '@/src/document'
import type { Dragged, DropTarget } from '../canvas/find-drop-target'
import type { Point } from '../canvas/layout-index'
import { type BlockListeners, createBlockListeners } from './block-listeners'
import { closeStep, dropLast, emptyHistory, type History, record, stepBack, stepForward } from './history'
import type { Step, StepName } from './step'

/** Widths of phones and a tablet a page is looked at, in CSS px. */
export const DEVICE_WIDTHS = [320, 375, 390, 430, 768] as const
export type DeviceWidth = (typeof DEVICE_WIDTHS)[number]

export interface EditorState {
  page: PageDefinition
  history: History
  selectedId: BlockId | null
  hoveredId: BlockId | null
  /** Where everything stands in the canvas; undefined until it has drawn the page. */
  layout: CanvasLayout | undefined
  /** How far the canvas is scrolled, in its own CSS px. */
  scrollTop: number
  deviceWidth: DeviceWidth
  drag: Drag | undefined
  mode: 'edit' | 'preview'
  /** What the user last did, for screen readers; a new object each time. */
  announced: Announcement | undefined
  /** Values that were typed but that their widgets refuse: shown, but not part of the page. */
  refused: Readonly<Record<BlockId, RefusedProps>>
}

/** A drag under way, and where it would end if it ended now. */
export interface Drag {
  dragged: Dragged
  target: DropTarget | null
}

export interface Announcement {
  how: 'did' | 'undid' | 'redid'
  step: StepName
}

export interface RefusedProps {
  values: Readonly<Record<string, unknown>>
  problems: readonly PageProblem[]
}

export interface CanvasPort {
  /** A point of the window as one of the canvas document; null when it is outside the canvas. */
  toCanvas: (clientX: number, clientY: number) => Point | null
  /** The canvas document's width, CSS px. */
  width: () => number
  scrollIntoView: (id: BlockId) => void
}

export interface Change {
  operation: Operation
  name: StepName
  /** What is selected afterwards, maybe found in the new page; unchanged when left out. */
  select?: BlockId | null | ((page: PageDefinition) => BlockId | null)
  mergeKey?: string
}

export type ChangeResult =
  | { ok: true }
  | { ok: false; code: DocumentErrorCode; problems: readonly PageProblem[] }

export interface EditorStore extends StoreApi<EditorState> {
  definitions: Definitions
  newId: () => BlockId
  listeners: BlockListeners
  /** Where pointers on the screen are in the canvas; undefined while there is none. */
  canvas: { current: CanvasPort | undefined }
  /** Does one named thing to the page. A refusal changes nothing and says why. */
  change: (change: Change) => ChangeResult
  undo: () => Step | undefined
  redo: () => Step | undefined
  /** The next change is a step of its own, whatever it changes. */
  closeStep: () => void
  select: (id: BlockId | null) => void
  /** Puts another page in place of this one: reloaded, or a draft restored. Ends the history. */
  replacePage: (page: PageDefinition) => void
}

interface Committed {
  history: History
  selected: BlockId | null
  announced: Announcement
}

/** The editor's state for one page: the document, its history, and what is selected. */
export function createEditorStore(options: {
  page: PageDefinition
  definitions: Definitions
  newId: () => BlockId
}): EditorStore {
  const { definitions, newId } = options
  const listeners = createBlockListeners()
  const store = createStore<EditorState>(() => ({
    page: options.page,
    history: emptyHistory,
    selectedId: null,
    hoveredId: null,
    layout: undefined,
    scrollTop: 0,
    deviceWidth: 390,
    drag: undefined,
    mode: 'edit',
    announced: undefined,
    refused: {},
  }))
  const { getState, setState } = store

  /** Something that is selected or pointed at may be gone after an undo. */
  const present = (page: PageDefinition, id: BlockId | null) => (id !== null && blockOf(page, id) ? id : null)

  function commit(page: PageDefinition, diff: PageDiff, rest: Committed) {
    setState((state) => ({
      page,
      history: rest.history,
      selectedId: present(page, rest.selected),
      hoveredId: present(page, state.hoveredId),
      announced: rest.announced,
      // What was typed beside a value that is taken back is no longer what is meant.
      refused: rest.announced.how === 'did' ? state.refused : {},
    }))
    listeners.tell(diff)
  }

  function change({ operation, name, select, mergeKey }: Change): ChangeResult {
    const { page, history, selectedId } = getState()
    try {
      const applied = apply(page, operation, { definitions, newId })
      if (isNoChange(applied.page, applied.inverse)) {
        // Something that happens at once ends a run of changes, even if it changes nothing.
        if (mergeKey === undefined) setState({ history: closeStep(history) })
        return { ok: true }
      }
      const forward = applied.diff
      const selectedAfter =
        typeof select === 'function' ? select(applied.page) : select === undefined ? selectedId : select
      const step: Step = {
        name,
        forward,
        inverse: applied.inverse,
        selectedBefore: selectedId,
        selectedAfter,
        mergeKey,
      }
      const recorded = record(history, step)
      const joined = recorded.past.at(-1)
      // A run of changes that ends where it began leaves no step behind.
      const isUndone = joined !== undefined && joined !== step && isNoChange(applied.page, joined.inverse)
      commit(applied.page, forward, {
        history: isUndone ? dropLast(recorded) : recorded,
        selected: selectedAfter,
        announced: { how: 'did', step: name },
      })
      return { ok: true }
    } catch (error) {
      if (error instanceof DocumentError) return { ok: false, code: error.code, problems: error.problems }
      throw error
    }
  }

  function travel(move: ReturnType<typeof stepBack>, direction: 'inverse' | 'forward') {
    if (!move) return undefined
    const { step, history } = move
    const diff = step[direction]
    const { page } = restore(getState().page, diff)
    const selected = direction === 'inverse' ? step.selectedBefore : step.selectedAfter
    const how = direction === 'inverse' ? 'undid' : 'redid'
    commit(page, diff, { history, selected, announced: { how, step: step.name } })
    return step
  }

  return {
    ...store,
    definitions,
    newId,
    listeners,
    canvas: { current: undefined },
    change,
    undo: () => travel(stepBack(getState().history), 'inverse'),
    redo: () => travel(stepForward(getState().history), 'forward'),
    closeStep: () => setState(({ history }) => ({ history: closeStep(history) })),
    select: (id) => {
      if (getState().selectedId === id) return
      setState(({ page, history }) => ({ selectedId: present(page, id), history: closeStep(history) }))
    },
    replacePage: (page) => {
      const { page: before, selectedId } = getState()
      setState({
        page,
        history: emptyHistory,
        selectedId: present(page, selectedId),
        hoveredId: null,
        refused: {},
      })
      const blocks = { ...before.blocks, ...page.blocks }
      listeners.tell({ page, blocks })
    },
  }
}
