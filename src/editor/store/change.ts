import type { PageDefinition } from '@/schemas/page'
import type { DocumentErrorCode, NextOperation, Operation, PageProblem } from '@/src/document'
import type { Selection } from './selection'
import type { StepName } from './step'

export interface Change {
  /** One operation, or several that are one step: all are done, or none. */
  operation: Operation | readonly NextOperation[]
  name: StepName
  /** What is selected afterwards, maybe found in the new page; unchanged when left out. */
  select?: Selection | ((page: PageDefinition) => Selection)
  /** Changes of one key that follow each other are one step: typing, sliders, colours. */
  mergeKey?: string
}

export type ChangeResult =
  | { ok: true }
  | { ok: false; code: DocumentErrorCode; problems: readonly PageProblem[] }
