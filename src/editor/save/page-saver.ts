import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PageDefinition } from '@/schemas/page'
import { type Failure, readFailure } from '@/src/client/failure'
import type { EditorStore } from '../store/editor-store'
import type { Step } from '../store/step'

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'conflict' | 'failed'

export interface SaverState {
  /** The server's revision that the edits stand on. */
  revision: number
  /** When the server last took the page, ISO 8601; undefined until it did. */
  savedAt: string | undefined
  /** The last step when the page was saved: undoing back to it is saved again. */
  savedStep: Step | undefined
  /** True when the page came from elsewhere than the server, such as a local draft. */
  isAdopted: boolean
  isSaving: boolean
  /** Why the last attempt did not succeed; undefined once one did. */
  failure: Failure | undefined
}

/** What saving needs of the server. */
export interface SaverApi {
  save: (revision: number, page: PageDefinition) => Promise<{ revision: number; savedAt: string }>
  read: () => Promise<{ revision: number; definition: PageDefinition }>
}

export interface PageSaver extends StoreApi<SaverState> {
  /** Saves what is there now; answers its revision, or undefined when it did not succeed. */
  save: () => Promise<number | undefined>
  /** Saves over a version that somebody else saved meanwhile. */
  overwrite: () => Promise<number | undefined>
  /** Puts the server's version in place of what is edited. */
  takeTheirs: () => Promise<void>
  /** Puts a page in place that the server does not have. */
  adopt: (page: PageDefinition) => void
  dismissFailure: () => void
}

/**
 * Saves a page as a whole, onto the revision it stands on, so that nobody's work is replaced
 * unseen. One request at a time; a failed one leaves everything as it was.
 */
export function createPageSaver(store: EditorStore, api: SaverApi, revision: number): PageSaver {
  const saver = createStore<SaverState>(() => ({
    revision,
    savedAt: undefined,
    savedStep: undefined,
    isAdopted: false,
    isSaving: false,
    failure: undefined,
  }))
  const { getState, setState } = saver
  let queue: Promise<unknown> = Promise.resolve()

  /** Runs after what is under way, so that a later wish sees what an earlier one achieved. */
  function enqueue<T>(attempt: () => Promise<T>): Promise<T | undefined> {
    const next = queue.then(async () => {
      setState({ isSaving: true, failure: undefined })
      try {
        return await attempt()
      } catch (error) {
        setState({ failure: readFailure(error) })
        return undefined
      } finally {
        setState({ isSaving: false })
      }
    })
    queue = next
    return next
  }

  async function send(onto: number): Promise<number> {
    store.closeStep()
    const { page, history } = store.getState()
    const saved = await api.save(onto, page)
    setState({
      revision: saved.revision,
      savedAt: saved.savedAt,
      savedStep: history.past.at(-1),
      isAdopted: false,
    })
    return saved.revision
  }

  return {
    ...saver,
    save: () =>
      enqueue(async () => {
        const now = getState()
        return isDirty(now, lastStepOf(store)) ? send(now.revision) : now.revision
      }),
    overwrite: () => enqueue(async () => send((await api.read()).revision)),
    takeTheirs: async () => {
      await enqueue(async () => {
        const theirs = await api.read()
        store.replacePage(theirs.definition)
        setState({ revision: theirs.revision, savedStep: undefined, isAdopted: false })
      })
    },
    adopt: (page) => {
      store.replacePage(page)
      setState({ savedStep: undefined, isAdopted: true })
    },
    dismissFailure: () => setState({ failure: undefined }),
  }
}

export function lastStepOf(store: EditorStore): Step | undefined {
  return store.getState().history.past.at(-1)
}

/** True when something would be lost if the editor went away now. */
export function isDirty({ savedStep, isAdopted }: SaverState, lastStep: Step | undefined): boolean {
  return isAdopted || lastStep !== savedStep
}

export function saveStateOf(state: SaverState, lastStep: Step | undefined): SaveState {
  if (state.isSaving) return 'saving'
  if (state.failure?.code === 'offline') return 'offline'
  if (state.failure?.code === 'conflict') return 'conflict'
  if (state.failure) return 'failed'
  return isDirty(state, lastStep) ? 'unsaved' : 'saved'
}
