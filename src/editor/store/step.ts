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
  | (OfBlocks & { verb: 'insert' | 'move' | 'paste'; into: StepPlace })
  /** Up or down among its siblings. */
  | (OfBlocks & { verb: 'reorder' })
  | (OfBlocks & { verb: 'remove' | 'cut' | 'duplicate' | 'lock' | 'unlock' | 'hide' | 'show' })
  | (OfBlocks & { verb: 'bindTool' | 'rename' | 'restyle' | 'reschedule' | 'setEvents' | 'setCondition' })
  /** Around the blocks came a new one of the type. */
  | (OfBlocks & { verb: 'wrap'; type: string })
  /** `prop` is the name of the changed property. */
  | (OfBlocks & { verb: 'setProp'; prop: string })
  | { verb: 'setPage'; part: PagePart }
  /** The whole page at once; `title` names the template or the version, as its author did. */
  | { verb: 'useTemplate' | 'restoreVersion'; title: string }
  /** What somebody else saved meanwhile came in. */
  | { verb: 'merge' }

export type PagePart = 'title' | 'theme' | 'share' | 'background' | 'tokens' | 'maxWidth'

/** The first block a step did something to, and how many there were. */
interface OfBlocks {
  block: StepBlock
  /** 1 when left out. */
  count?: number
}

/** One thing to undo. */
export interface Step {
  name: StepName
  /** Does the step again, on the page as it was before it. */
  forward: PageDiff
  /** Takes the step back, on the page as it was after it. */
  inverse: PageDiff
  selectedBefore: readonly BlockId[]
  selectedAfter: readonly BlockId[]
  /** Changes of one key that follow each other are one step: typing, sliders, colours. */
  mergeKey: string | undefined
}
