import { readFileSync } from 'node:fs'
import type { BlockId } from '@/schemas/page'
import { fragmentOf, parentsOf, withNewIds } from '@/src/document'
import {
  duplicateBlocks,
  insertWidget,
  moveBlocks,
  removeBlocks,
  setOnBlocks,
} from '@/src/editor/store/commands'
import { editProps } from '@/src/editor/store/edit-props'
import { createEditorStore, type EditorStore } from '@/src/editor/store/editor-store'
import { newBlockId } from '@/src/editor/store/new-block-id'
import { definitions } from '@/widgets/registry.definitions.gen'
import { percentile } from '../frames'
import { pageOf } from './page-of'

export interface OperationsGiven {
  blocks: number
  repetitions: number
}

/** As many blocks are pasted, or moved, at once. */
const MANY = 100
/** What the panes around the canvas follow: rows of the layers, the breadcrumb, the toolbar, the bars. */
const FOLLOWERS = 80

const [file] = process.argv.slice(2)
if (!file) throw new Error('what shall be measured?')
console.log(JSON.stringify(measure(JSON.parse(readFileSync(file, 'utf8')) as OperationsGiven)))

/** The 95th percentile of each thing that can be done to a page, ms, by its name. */
function measure({ blocks, repetitions }: OperationsGiven): Record<string, number> {
  const store = aWatchedStore(blocks)
  const answer: Record<string, number> = {}
  for (const [name, act] of Object.entries(actsOn(store))) {
    const times: number[] = []
    for (let run = 0; run < repetitions; run++) {
      const steps = store.getState().history.past.length
      const began = performance.now()
      act(run)
      times.push(performance.now() - began)
      // Back to where it was, so that every run meets the same page.
      if (name !== 'typing') store.travelTo(steps)
    }
    answer[name] = percentile(times, 0.95)
  }
  return { ...answer, ...travels(store, repetitions) }
}

/** An editor's store with everything listening that listens while a page is edited. */
function aWatchedStore(blocks: number): EditorStore {
  const store = createEditorStore({ page: pageOf(blocks), definitions, newId: newBlockId })
  const ids = Object.keys(store.getState().page.blocks)
  // What was read is kept, so that reading it cannot be left out.
  const seen: unknown[] = []
  for (const [place, id] of ids.entries()) {
    store.listeners.onBlock(id, () => {
      seen[place] = store.getState().page.blocks[id]
    })
  }
  store.listeners.onPage(() => {
    seen[0] = store.getState().page.root
  })
  for (let follower = 0; follower < FOLLOWERS; follower++) {
    const id = ids[follower] ?? ''
    store.subscribe(({ page, selectedIds, history }) => {
      seen[follower] = [parentsOf(page).get(id), selectedIds.includes(id), history.past.at(-1)]
    })
  }
  return store
}

function actsOn(store: EditorStore): Record<string, (run: number) => unknown> {
  const { page } = store.getState()
  const top = (index: number) => ({ parent: null, index })
  const columns = page.root.filter((id) => page.blocks[id]?.type === 'columns')
  const texts = page.root.filter((id) => page.blocks[id]?.type === 'text')
  const textAt = (run: number): BlockId => texts[(run * 7) % texts.length] ?? ''
  const columnsAt = (run: number): BlockId => columns[(run * 7) % columns.length] ?? ''
  const copied = fragmentOf(page, page.root.slice(0, 70))
  if (Object.keys(copied.blocks).length !== MANY) throw new Error('the fragment is not of 100 blocks')
  return {
    typing: (run) =>
      editProps(store, textAt(0), { patch: { text: `第 ${run} 次` }, path: ['text'], isContinuous: true }),
    select: (run) => store.select(textAt(run)),
    insertAtTop: () => insertWidget(store, 'text', top(0)),
    insertInSlot: (run) => insertWidget(store, 'text', { parent: columnsAt(run), slot: 'first', index: 0 }),
    reorder: (run) => moveBlocks(store, [textAt(run)], top(0)),
    reparent: (run) => moveBlocks(store, [textAt(run)], { parent: columnsAt(run), slot: 'second', index: 0 }),
    duplicate: (run) => duplicateBlocks(store, [columnsAt(run)]),
    remove: (run) => removeBlocks(store, [columnsAt(run)]),
    hide: (run) => setOnBlocks(store, [textAt(run)], { hidden: true }),
    moveMany: () => moveBlocks(store, texts.slice(-MANY), top(0)),
    removeMany: () => removeBlocks(store, texts.slice(0, MANY)),
    paste: () =>
      store.change({
        operation: { kind: 'insert', fragment: withNewIds(copied, store.newId), at: top(0) },
        name: { verb: 'paste', block: { type: 'columns' }, into: 'page' },
      }),
  }
}

/** Undo and redo, one step at a time, of steps of every kind. */
function travels(store: EditorStore, repetitions: number): Record<string, number> {
  const { page } = store.getState()
  for (let step = 0; step < repetitions; step++) {
    const id = page.root[step % page.root.length] ?? ''
    if (step % 2) moveBlocks(store, [id], { parent: null, index: 0 })
    else setOnBlocks(store, [id], { hidden: true })
  }
  const timed = (act: () => unknown) => {
    const times: number[] = []
    for (let step = 0; step < repetitions; step++) {
      const began = performance.now()
      act()
      times.push(performance.now() - began)
    }
    return percentile(times, 0.95)
  }
  return { undo: timed(store.undo), redo: timed(store.redo) }
}
