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
}

export const emptyHistory: History = { past: [], future: [], isOpen: false }

/** The history after a step; what had been undone is forgotten. */
export function record(history: History, step: Step): History {
  const last = history.past.at(-1)
  const isContinued =
    history.isOpen && last !== undefined && step.mergeKey !== undefined && last.mergeKey === step.mergeKey
  const past = isContinued
    ? [...history.past.slice(0, -1), joinSteps(last, step)]
    : [...history.past, step].slice(-MAX_STEPS)
  return { past, future: [], isOpen: step.mergeKey !== undefined }
}

/** Without the last step, as if it had never been taken; there is nothing to do again. */
export function dropLast(history: History): History {
  return { past: history.past.slice(0, -1), future: [], isOpen: false }
}

/** Ends the run of changes that join the last step. */
export function closeStep(history: History): History {
  return history.isOpen ? { ...history, isOpen: false } : history
}

/** The last step moved from what can be undone to what can be done again. */
export function stepBack(history: History): { history: History; step: Step } | undefined {
  const step = history.past.at(-1)
  if (!step) return undefined
  return {
    step,
    history: { past: history.past.slice(0, -1), future: [step, ...history.future], isOpen: false },
  }
}

/** The next step moved back to what can be undone. */
export function stepForward(history: History): { history: History; step: Step } | undefined {
  const [step, ...future] = history.future
  if (!step) return undefined
  return { step, history: { past: [...history.past, step], future, isOpen: false } }
}

function joinSteps(first: Step, then: Step): Step {
  return {
    ...then,
    forward: joinDiffs(first.forward, then.forward),
    inverse: joinDiffs(then.inverse, first.inverse),
    selectedBefore: first.selectedBefore,
  }
}
