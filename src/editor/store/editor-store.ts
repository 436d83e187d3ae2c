import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BlockId, PageDefinition } from '@/schemas/page'
import {
  applyAll,
  blockOf,
  type Definitions,
  DocumentError,
  extendDiff,
  isNoChange,
  type PageDiff,
  type PageProblem,
  restore,
} from '@/src/document'
import type { Dragged, DropTarget } from '../canvas/find-drop-target'
import type { Point } from '../canvas/layout-index'
import { type BlockListeners, createBlockListeners } from './block-listeners'
import type { Change, ChangeResult } from './change'
import { closeStep, dropLast, emptyHistory, type History, record, travel } from './history'
import {
  emptySelection,
  isSameSelection,
  type Selection,
  type SelectionSlice,
  selectionOf,
} from './selection'
import type { Step, StepName } from './step'
import { firstView, type ViewSlice } from './view'

/** The page that is edited, and what was done to it. */
export interface DocumentSlice {
  page: PageDefinition
  history: History
  /** What the user last did, for screen readers; a new object each time. */
  announced: Announcement | undefined
  /** Values that were typed but that their widgets refuse: shown, but not part of the page. */
  refused: Readonly<Record<BlockId, RefusedProps>>
}

export type EditorState = DocumentSlice & SelectionSlice & ViewSlice

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
  /** The same wherever it is: above, below or beside the canvas too. */
  pointAt: (clientX: number, clientY: number) => Point
  /** Where the canvas is in the window, as far as it is seen. */
  bounds: () => { left: number; right: number; top: number; bottom: number }
  /** The canvas document's width, CSS px. */
  width: () => number
  /** How large it is shown; 1 is life-size. */
  scale: () => number
  scrollIntoView: (id: BlockId) => void
  /** By so many px of the screen; false when there is nothing more that way. */
  scrollBy: (px: number) => boolean
}

export interface LayersPort {
  /** Where dragged blocks would go from there; null for nowhere, undefined when it is not over the layers. */
  targetAt: (point: { clientX: number; clientY: number }, dragged: Dragged) => DropTarget | null | undefined
}

export interface EditorStore extends StoreApi<EditorState> {
  definitions: Definitions
  newId: () => BlockId
  listeners: BlockListeners
  /** Where pointers on the screen are in the canvas; undefined while there is none. */
  canvas: { current: CanvasPort | undefined }
  /** Where pointers on the screen are in the layers; undefined while they are not shown. */
  layers: { current: LayersPort | undefined }
  /** Does one named thing to the page. A refusal changes nothing and says why. */
  change: (change: Change) => ChangeResult
  undo: () => Step | undefined
  redo: () => Step | undefined
  /** Goes to where `done` steps of the whole history are done; 0 is before the first. */
  travelTo: (done: number) => void
  /** The next change is a step of its own, whatever it changes. */
  closeStep: () => void
  /** Takes back the run of changes under way as if it had never begun: Esc during a gesture. */
  abandonStep: () => void
  select: (wanted: Selection) => void
  /** Puts another page in place of this one: reloaded, or a draft restored. Ends the history. */
  replacePage: (page: PageDefinition) => void
}

interface Committed {
  history: History
  selected: Selection
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
    announced: undefined,
    refused: {},
    ...emptySelection,
    ...firstView,
  }))
  const { getState, setState } = store

  function commit(page: PageDefinition, diff: PageDiff, rest: Committed) {
    setState(({ hoveredId, refused, selectedIds }) => {
      const selection = selectionOf(page, rest.selected)
      return {
        page,
        history: rest.history,
        ...(isSameSelection(selection.selectedIds, selectedIds) ? {} : selection),
        // What is pointed at may be gone after an undo.
        hoveredId: hoveredId !== null && blockOf(page, hoveredId) ? hoveredId : null,
        announced: rest.announced,
        // What was typed beside a value that is taken back is no longer what is meant.
        refused: rest.announced.how === 'did' ? refused : {},
      }
    })
    listeners.tell(diff)
  }

  function change({ operation, name, select, mergeKey }: Change): ChangeResult {
    const { page, history, selectedIds } = getState()
    try {
      const operations = 'kind' in operation ? [operation] : operation
      const applied = applyAll(page, operations, { definitions, newId })
      if (isNoChange(applied.page, applied.inverse)) {
        // Something that happens at once ends a run of changes, even if it changes nothing.
        if (mergeKey === undefined) setState({ history: closeStep(history) })
        return { ok: true }
      }
      const wanted = typeof select === 'function' ? select(applied.page) : select
      const { selectedIds: selectedAfter } = selectionOf(
        applied.page,
        wanted === undefined ? selectedIds : wanted,
      )
      const step: Step = {
        name,
        forward: applied.diff,
        inverse: applied.inverse,
        selectedBefore: selectedIds,
        selectedAfter,
        mergeKey,
      }
      const recorded = record(history, step)
      const joined = recorded.past.at(-1)
      // A run of changes that ends where it began leaves no step behind.
      const isUndone = joined !== undefined && joined !== step && isNoChange(applied.page, joined.inverse)
      commit(applied.page, applied.diff, {
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

  /** Takes steps back, or does them again, all at once; answers the last of them. */
  function travelTo(done: number): Step | undefined {
    const { page, history } = getState()
    const isBack = done < history.past.length
    const { steps, history: after } = travel(history, done)
    const last = steps.at(-1)
    if (!last) return undefined
    const diff = steps.reduce<PageDiff>(
      (all, step) => extendDiff(all, isBack ? step.inverse : step.forward),
      {},
    )
    commit(restore(page, diff).page, diff, {
      history: after,
      selected: isBack ? last.selectedBefore : last.selectedAfter,
      announced: { how: isBack ? 'undid' : 'redid', step: last.name },
    })
    return last
  }

  return {
    ...store,
    definitions,
    newId,
    listeners,
    canvas: { current: undefined },
    layers: { current: undefined },
    change,
    undo: () => travelTo(getState().history.past.length - 1),
    redo: () => travelTo(getState().history.past.length + 1),
    travelTo,
    closeStep: () => setState(({ history }) => ({ history: closeStep(history) })),
    abandonStep: () => {
      const { history } = getState()
      if (!history.isOpen) return
      const { displaced } = history
      travelTo(history.past.length - 1)
      setState((state) => ({ history: { ...state.history, future: displaced } }))
    },
    select: (wanted) => {
      const { page, history, selectedIds } = getState()
      const selection = selectionOf(page, wanted)
      if (isSameSelection(selection.selectedIds, selectedIds)) return
      setState({ ...selection, history: closeStep(history) })
    },
    replacePage: (page) => {
      const { page: before, selectedIds } = getState()
      setState({
        page,
        history: emptyHistory,
        ...selectionOf(page, selectedIds),
        hoveredId: null,
        refused: {},
      })
      const blocks = { ...before.blocks, ...page.blocks }
      listeners.tell({ page, blocks })
    },
  }
}
