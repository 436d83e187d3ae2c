import type { Figure } from './figure'
import {
  claimsP99,
  claimsPerSecond,
  claimsPerSecondPostgres,
  claimsThreeProcessesPostgres,
} from './figures/claims-per-second'
import { drawsPerSecond } from './figures/draws-per-second'
import {
  editorDrag,
  editorDragHeap,
  editorOpen,
  editorOperation,
  editorOperationLong,
  editorPaste,
  editorTyping,
} from './figures/editor'
import { frameFlying, frameOpening, frameSpinning } from './figures/frame-time'
import {
  drawsDurablePerSecond,
  grantPerSecondPostgres,
  grantPerSecondSqlite,
  grantsToNaivePostgres,
  heapFlat,
} from './figures/grants-per-second'
import { firstViewImageBytes, pageHtmlBytes } from './figures/page-bytes'
import { pageRequestsPerSecond, pageRequestsPerSecondRuntime } from './figures/page-requests-per-second'
import { pageScriptBytes } from './figures/page-script-bytes'
import { consoleStart, runtimeMemory, runtimeStart } from './figures/start-up'

/** Every figure, in the order they are measured and reported. */
export const figures: readonly Figure[] = [
  pageScriptBytes,
  pageHtmlBytes,
  firstViewImageBytes,
  frameOpening,
  frameSpinning,
  frameFlying,
  pageRequestsPerSecond,
  pageRequestsPerSecondRuntime,
  claimsPerSecond,
  claimsP99,
  claimsPerSecondPostgres,
  claimsThreeProcessesPostgres,
  grantPerSecondSqlite,
  drawsDurablePerSecond,
  grantPerSecondPostgres,
  grantsToNaivePostgres,
  heapFlat,
  drawsPerSecond,
  editorOperation,
  editorPaste,
  editorOperationLong,
  editorDrag,
  editorDragHeap,
  editorTyping,
  editorOpen,
  consoleStart,
  runtimeStart,
  runtimeMemory,
]
