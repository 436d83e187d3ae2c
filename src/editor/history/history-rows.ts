import type { History } from '../store/history'
import type { StepName } from '../store/step'

/** One place in the page's history one can go to. */
export interface HistoryRow {
  /** How many steps are done there, as `EditorStore.travelTo` counts them. */
  done: number
  /** Undefined for the page as it was before the first step. */
  name: StepName | undefined
  state: 'past' | 'current' | 'undone'
}

/** How many rows there are. */
export function historyLength({ past, future }: History): number {
  return past.length + future.length + 1
}

/** The row at an index, the oldest first: only rows in sight are asked for. */
export function historyRow({ past, future }: History, index: number): HistoryRow {
  const step = index <= past.length ? past[index - 1] : future[index - past.length - 1]
  const state = index === past.length ? 'current' : index < past.length ? 'past' : 'undone'
  return { done: index, name: step?.name, state }
}
