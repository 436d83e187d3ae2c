import { dragAcross, heapOf, openEditor, timeToOpen, typingLatencies } from '../editor/in-window'
import type { OperationsGiven } from '../editor/operations-process'
import { measurePuckReducer } from '../editor/puck'
import { type EditorSide, withEditors } from '../editor/sides'
import { type Figure, interleave, median, rounded } from '../figure'
import { busyFrames, percentile } from '../frames'
import { runScript } from '../processes'

const BLOCKS = 1_000
/** Near the most a page may hold, with room for what is inserted. */
const MANY_BLOCKS = 4_800
const REPETITIONS = 200
/** What comes in by the hundred has a bound of its own. */
const PASTE = 'paste'
const ROUNDS = 3
const KEYS = 60
const DRAG_MS = 4_000
const LONG_DRAG_MS = 60_000

function operations(given: OperationsGiven): Promise<Record<string, number>> {
  return runScript('editor/operations-process.ts', given)
}

const worst = (times: Record<string, number>) => Math.max(...Object.values(times))

/** The median, over some runs, of what `pick` says of each. */
async function ofRuns(blocks: number, pick: (times: Record<string, number>) => number): Promise<number> {
  const runs: number[] = []
  for (let run = 0; run < ROUNDS; run++) {
    runs.push(pick(await operations({ blocks, repetitions: REPETITIONS })))
  }
  return median(runs)
}

const withoutPaste = ({ [PASTE]: _, ...others }: Record<string, number>) => worst(others)

export const editorOperation: Figure = {
  name: 'editor_op_ms_1000',
  about: `the slowest thing done to a page of ${BLOCKS} blocks but a paste, 95th percentile, with history, indexes and everything listening, ms; beside it the slowest of Puck's reducer alone`,
  target: { atMost: 2 },
  measure: async () => {
    const value = await ofRuns(BLOCKS, withoutPaste)
    const baseline = worst(await measurePuckReducer(BLOCKS, REPETITIONS))
    return {
      name: 'editor_op_ms_1000',
      value: rounded(value),
      unit: 'ms',
      baseline: rounded(baseline),
      ratio: rounded(value / baseline),
    }
  },
}

export const editorPaste: Figure = {
  name: 'editor_paste_ms_1000',
  about: `a paste of 100 blocks into a page of ${BLOCKS}, checked like any input, 95th percentile`,
  target: { atMost: 16 },
  measure: async () => ({
    name: 'editor_paste_ms_1000',
    value: rounded(await ofRuns(BLOCKS, (times) => times[PASTE] ?? Number.POSITIVE_INFINITY)),
    unit: 'ms',
  }),
}

export const editorOperationLong: Figure = {
  name: 'editor_op_ms_5000',
  about: `the slowest thing done to a page of ${MANY_BLOCKS} blocks, a paste of 100 too, 95th percentile; beside it the slowest of Puck's reducer alone`,
  target: { atMost: 8 },
  measure: async () => {
    const value = await ofRuns(MANY_BLOCKS, worst)
    const baseline = worst(await measurePuckReducer(MANY_BLOCKS, REPETITIONS / 10))
    return {
      name: 'editor_op_ms_5000',
      value: rounded(value),
      unit: 'ms',
      baseline: rounded(baseline),
      ratio: rounded(value / baseline),
    }
  },
}

/** A figure of a window, of ours and of Puck's in turn. */
function besidePuck(figure: Omit<Figure, 'measure'>, measure: (side: EditorSide) => Promise<number>): Figure {
  return {
    ...figure,
    measure: () =>
      withEditors(BLOCKS, async (ours, puck) => ({
        name: figure.name,
        unit: 'ms',
        ...(await interleave(
          ROUNDS,
          () => measure(ours),
          () => measure(puck),
        )),
      })),
  }
}

export const editorDrag = besidePuck(
  {
    name: 'editor_drag_frame_p95_ms',
    about: `main-thread time a frame while a new block is dragged across ${BLOCKS}, 95th percentile; beside it Puck's`,
    target: { atMost: 8 },
  },
  async (side) => {
    const page = await openEditor(side, BLOCKS)
    const frames = await busyFrames(page, () => dragAcross(page, side, DRAG_MS), 1)
    await page.context().close()
    return percentile(frames, 0.95)
  },
)

export const editorDragHeap: Figure = {
  name: 'editor_drag_heap_mb',
  about: `what ${LONG_DRAG_MS / 1000} s of dragging across ${BLOCKS} blocks leave in the heap after collection`,
  target: { atMost: 30 },
  measure: () =>
    withEditors(BLOCKS, async (ours) => {
      const page = await openEditor(ours, BLOCKS)
      await dragAcross(page, ours, DRAG_MS)
      const before = await heapOf(page)
      await dragAcross(page, ours, LONG_DRAG_MS)
      const after = await heapOf(page)
      return { name: 'editor_drag_heap_mb', value: rounded((after - before) / 2 ** 20), unit: 'MB' }
    }),
}

export const editorTyping = besidePuck(
  {
    name: 'editor_type_latency_p95_ms',
    about: `from a keystroke in the inspector until the canvas of ${BLOCKS} blocks has painted it, 95th percentile; beside it Puck's`,
    target: { atMost: 50 },
  },
  async (side) => percentile(await typingLatencies(side, BLOCKS, KEYS), 0.95),
)

export const editorOpen = besidePuck(
  {
    name: 'editor_open_ms_1000',
    about: `from the navigation until a first click on one of ${BLOCKS} blocks has brought up its field, in a fresh window; beside it Puck's, which fetches nothing from a server`,
    target: { atMost: 1_500 },
  },
  (side) => timeToOpen(side, BLOCKS),
)
