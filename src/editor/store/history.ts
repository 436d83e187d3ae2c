import { joinDiffs } from '@/src/document'
import type { Step } from './step'

/** Older steps than this are forgotten. */
export const MAX_STEPS = 500

export interface History {
  /** What can be undone, the oldest first. */
  past: readonly Step[]
  /** What can be done again, the next first. */
  future: readonly Step[]
  /** False once a change must not join the last step: the field was left, or the page saved. */
  isOpen: boolean
  /** What could be done again before the open step; comes back when that step is abandoned. */
  displaced: readonly Step[]
}

export const emptyHistory: History = { past: [], future: [], isOpen: false, displaced: [] }

/** The history after a step; what had been undone is forgotten. */
export function record(history: History, step: Step): History {
  const last = history.past.at(-1)
  const isContinued =
    history.isOpen && last !== undefined && step.mergeKey !== undefined && last.mergeKey === step.mergeKey
  const past = isContinued
    ? [...history.past.slice(0, -1), joinSteps(last, step)]
    : [...history.past, step].slice(-MAX_STEPS)
  const displaced = isContinued ? history.displaced : history.future
  return { past, future: [], isOpen: step.mergeKey !== undefined, displaced }
}

/** Without the last step, as if it had never been taken. */
export function dropLast(history: History): History {
  return { past: history.past.slice(0, -1), future: history.displaced, isOpen: false, displaced: [] }
}

/** Ends the run of changes that join the last step. */
export function closeStep(history: History): History {
  return history.isOpen ? { ...history, isOpen: false, displaced: [] } : history
}

/**
 * The history after `done` of all its steps, past and future, are done; and the steps on the way
 * there, in the order they are taken back or done again.
 */
export function travel(history: History, done: number): { history: History; steps: readonly Step[] } {
  if (done < 0) return { history, steps: [] }
  const all = [...history.past, ...history.future]
  const at = history.past.length
  const steps = done < at ? all.slice(done, at).reverse() : all.slice(at, done)
  return {
    steps,
    history: { past: all.slice(0, done), future: all.slice(done), isOpen: false, displaced: [] },
  }
}

function joinSteps(first: Step, then: Step): Step {
  return {
    ...then,
    forward: joinDiffs(first.forward, then.forward),
    inverse: joinDiffs(then.inverse, first.inverse),
    selectedBefore: first.selectedBefore,
  }
}
