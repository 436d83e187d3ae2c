import type { Figure } from './figure'
import { claimsPerSecond, claimsPerSecondPostgres } from './figures/claims-per-second'
import { drawsPerSecond } from './figures/draws-per-second'
import { frameFlying, frameOpening, frameSpinning } from './figures/frame-time'
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
  claimsPerSecondPostgres,
  drawsPerSecond,
  consoleStart,
  runtimeStart,
  runtimeMemory,
]
