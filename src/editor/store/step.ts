import type { BlockId } from '@/schemas/page'
import type { PageDiff } from '@/src/document'

/** A block as a step remembers it: it may be gone when the step is read out. */
export interface StepBlock {
  type: string
  name?: string
}

/** Where a block went: into a slot of another one, or onto the page itself. */
export type StepPlace = (StepBlock & { slot: string }) | 'page'

/** What a step did, as data, so that it is said in the reader's language. */
export type StepName =
  | { verb: 'insert' | 'move'; block: StepBlock; into: StepPlace }
  /** Up or down among its siblings. */
  | { verb: 'reorder'; block: StepBlock }
  | { verb: 'remove' | 'duplicate' | 'lock' | 'unlock' | 'hide' | 'show' | 'bindTool'; block: StepBlock }
  | { verb: 'rename' | 'restyle' | 'reschedule'; block: StepBlock }
  /** `prop` is the name of the changed property. */
  | { verb: 'setProp'; block: StepBlock; prop: string }
  | { verb: 'setPage'; part: 'title' | 'theme' | 'share' | 'background' }

/** One thing to undo. */
export interface Step {
  name: StepName
  /** Does the step again, on the page as it was before it. */
  forward: PageDiff
  /** Takes the step back, on the page as it was after it. */
  inverse: PageDiff
  selectedBefore: BlockId | null
  selectedAfter: BlockId | null
  /** Changes of one key that follow each other are one step: typing, sliders, colours. */
  mergeKey: string | undefined
}
