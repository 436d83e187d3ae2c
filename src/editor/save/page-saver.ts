import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PageDefinition } from '@/schemas/page'
import { type Failure, readFailure } from '@/src/client/failure'
import { canonicalJson, type MergeConflict, mergePages, resolveConflict, type Side } from '@/src/document'
import type { ChangeResult } from '../store/change'
import type { EditorStore } from '../store/editor-store'
import type { Step } from '../store/step'

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'failed'

/** Why what a save replaces is kept as a version. */
export type Keep = 'restore' | 'conflict'

/** What two people changed differently, until somebody has looked at it. */
export interface Clash {
  conflicts: readonly MergeConflict[]
  /** The two pages before they were merged. */
  sides: Readonly<Record<Side, PageDefinition>>
}

export interface SaverState {
  /** The server's revision that the edits stand on. */
  revision: number
  /** The page as the server has it at that revision. */
  synced: PageDefinition
  /** When the server last took the page, ISO 8601; undefined until it did. */
  savedAt: string | undefined
  /** The last step when the page was as the server has it: undoing back to it is saved again. */
  savedStep: Step | undefined
  isSaving: boolean
  /** Why the last attempt did not succeed; undefined once one did. */
  failure: Failure | undefined
  /** True when somebody asked for the attempt that failed, so that they are told. */
  isAsked: boolean
  clash: Clash | undefined
  /** How often somebody else's work came in: something to say each time it grows. */
  merges: number
}

/** What saving needs of the server. */
export interface SaverApi {
  save: (
    revision: number,
    page: PageDefinition,
    keep: Keep | undefined,
  ) => Promise<{ revision: number; savedAt: string }>
  read: () => Promise<{ revision: number; definition: PageDefinition }>
}

export interface PageSaver extends StoreApi<SaverState> {
  /** Saves what is there now because somebody said so; answers its revision, or undefined. */
  save: (keep?: Keep) => Promise<number | undefined>
  /** The same without being asked: a failure is told quietly, and typing goes on as one step. */
  autosave: () => Promise<number | undefined>
  /** Brings in what was saved elsewhere, if the server is at a later revision than the editor. */
  catchUp: (revision: number) => Promise<void>
  /** Brings in a page that was edited from `base` elsewhere; answers how the two clash. */
  bringIn: (edited: { base: PageDefinition; page: PageDefinition; title: string }) => ChangeResult
  /** Decides conflicts, by their numbers in the clash; those left out stay as they came out. */
  decide: (choices: ReadonlyMap<number, Side>) => ChangeResult
  dismissFailure: () => void
}

/** How often somebody else may save in between before an attempt is given up. */
const MAX_ATTEMPTS = 5

/**
 * Saves a page as a whole, onto the revision it stands on. When somebody else saved meanwhile,
 * theirs and mine are merged, as a step that can be undone, and the result is saved: nobody's work
 * is replaced unseen. One request at a time; a failed one leaves everything as it was.
 */
export function createPageSaver(
  store: EditorStore,
  api: SaverApi,
  loaded: { revision: number; definition: PageDefinition },
): PageSaver {
  const saver = createStore<SaverState>(() => ({
    revision: loaded.revision,
    synced: loaded.definition,
    savedAt: undefined,
    savedStep: undefined,
    isSaving: false,
    failure: undefined,
    isAsked: false,
    clash: undefined,
    merges: 0,
  }))
  const { getState, setState } = saver
  let queue: Promise<unknown> = Promise.resolve()

  /** Runs after what is under way, so that a later wish sees what an earlier one achieved. */
  function enqueue<T>(attempt: () => Promise<T>, isAsked: boolean): Promise<T | undefined> {
    const next = queue.then(async () => {
      setState({ isSaving: true })
      try {
        const done = await attempt()
        setState({ failure: undefined, isAsked: false })
        return done
      } catch (error) {
        setState({ failure: readFailure(error), isAsked })
        return undefined
      } finally {
        setState({ isSaving: false })
      }
    })
    queue = next
    return next
  }

  async function send(keep: Keep | undefined): Promise<void> {
    const { page, history } = store.getState()
    const saved = await api.save(getState().revision, page, keep)
    setState({ ...saved, synced: page, savedStep: history.past.at(-1) })
  }

  /** Saves, merging what others saved first as often as they do. */
  async function settle(keep?: Keep): Promise<number> {
    // What somebody else saved and an undo takes away again can still be found among the versions.
    const isMergeUndone = store.getState().history.future.some(({ name }) => name.verb === 'merge')
    let reason = keep ?? (isMergeUndone ? 'conflict' : undefined)
    for (let attempt = 1; isDirty(getState(), lastStepOf(store)); attempt++) {
      try {
        await send(reason)
      } catch (error) {
        if (readFailure(error).code !== 'conflict' || attempt === MAX_ATTEMPTS) throw error
        const conflicts = await mergeTheirs()
        if (!conflicts) throw error
        if (conflicts.length > 0) reason = 'conflict'
      }
    }
    return getState().revision
  }

  /** Answers what clashed; undefined when the two do not fit into one page, and nothing was done. */
  async function mergeTheirs(): Promise<readonly MergeConflict[] | undefined> {
    const { definition, revision } = await api.read()
    const { synced } = getState()
    // Read now, not before the question: typing went on meanwhile.
    const mine = store.getState().page
    const { page, conflicts } = mergePages({ base: synced, mine, theirs: definition }, store.definitions)
    // Standing on their revision without their work would replace it with the next save.
    if (!replaceAs({ verb: 'merge' }, page).ok) return undefined
    const isTheirs = canonicalJson(store.getState().page) === canonicalJson(definition)
    setState((state) => ({
      revision,
      synced: definition,
      ...(isTheirs && { savedStep: lastStepOf(store) }),
      ...(conflicts.length > 0 && { clash: { conflicts, sides: { mine, theirs: definition } } }),
      merges: state.merges + 1,
    }))
    return conflicts
  }

  function replaceAs(name: Step['name'], page: PageDefinition): ChangeResult {
    store.closeStep()
    return store.change({ operation: { kind: 'replace', page }, name })
  }

  return {
    ...saver,
    save: (keep) => {
      store.closeStep()
      return enqueue(() => settle(keep), true)
    },
    autosave: () => enqueue(() => settle(), false),
    catchUp: async (revision) => {
      await enqueue(async () => {
        if (revision <= getState().revision) return
        const conflicts = await mergeTheirs()
        if (conflicts) await settle(conflicts.length > 0 ? 'conflict' : undefined)
      }, false)
    },
    bringIn: ({ base, page: edited, title }) => {
      const sides = { mine: edited, theirs: store.getState().page }
      const { page, conflicts } = mergePages({ base, ...sides }, store.definitions)
      const result = replaceAs({ verb: 'restoreVersion', title }, page)
      if (result.ok && conflicts.length > 0) setState({ clash: { conflicts, sides } })
      return result
    },
    decide: (choices) => {
      const { clash } = getState()
      if (!clash) return { ok: true }
      let { page } = store.getState()
      clash.conflicts.forEach((conflict, index) => {
        const side = choices.get(index)
        if (side) page = resolveConflict(page, conflict, side, clash.sides)
      })
      const result = replaceAs({ verb: 'merge' }, page)
      if (result.ok) setState({ clash: undefined })
      return result
    },
    dismissFailure: () => setState({ isAsked: false }),
  }
}

export function lastStepOf(store: EditorStore): Step | undefined {
  return store.getState().history.past.at(-1)
}

/** True when something would be lost if the editor went away now. */
export function isDirty({ savedStep }: SaverState, lastStep: Step | undefined): boolean {
  return lastStep !== savedStep
}

export function saveStateOf(state: SaverState, lastStep: Step | undefined): SaveState {
  if (state.failure?.code === 'offline') return 'offline'
  if (state.isSaving && isDirty(state, lastStep)) return 'saving'
  if (state.failure) return 'failed'
  return isDirty(state, lastStep) ? 'unsaved' : 'saved'
}
