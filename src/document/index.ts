export { type Applied, apply, applyAll, restore } from './apply'
export { type ActionInput, inputsOf, referencesFor } from './bindings'
export { boundEventsOf, refersTo } from './bound-events'
export { canonicalJson } from './canonical'
export { createPageCheck, type OutsideLink, type PageCheck } from './checks/check-page'
export { DEFAULT_RULES, termsOf } from './checks/default-rules'
export { findWords } from './checks/find-words'
export type { Finding } from './checks/finding'
export { textsIn } from './checks/texts-in'
export { comparePages, type Difference } from './compare'
export {
  blockOf,
  currentDefinition,
  type Definitions,
  definitionOf,
  slotsOf,
} from './definitions'
export { extendDiff, joinDiffs, type PageDiff } from './diff'
export { DocumentError, type DocumentErrorCode } from './errors'
export { fragmentOf, withNewIds } from './fragment'
export { isMet } from './is-met'
export { isNoChange } from './is-no-change'
export { isOn, isShown } from './is-on'
export type { MergeConflict } from './merge/conflict'
export type { Side } from './merge/lives'
export { type Merged, mergePages } from './merge/merge'
export { resolveConflict } from './merge/resolve'
export { type MigratedBlock, type MigrationProblem, migrateBlock, migratePage } from './migrate'
export { newBlock } from './new-block'
export { newPage } from './new-page'
export type {
  BlockPatch,
  Fragment,
  NextOperation,
  Operation,
  OperationContext,
  PagePatch,
  Place,
} from './operation'
export { ancestorsOf, type Parent, type ParentIndex, parentsOf } from './parents'
export { childrenOf, isLocked, placeOf, placeRefusal } from './placement'
export { toolFactsOf } from './tool-facts'
export { topmostOf } from './topmost'
export { isTooDeep, type PageProblem, type PageValidation, validatePage } from './validate'
export { type Visit, walkPage } from './walk'
