/** @jsxImportSource preact */
import { type ComponentType, hydrate, render } from 'preact'
import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks'
import { useHost, ViewHostContext } from './view'

/** Where a part of a view comes from: fetched on a phone, at hand everywhere else. */
export type Part<Props> = { now: ComponentType<Props> } | { load: () => Promise<ComponentType<Props>> }

/** Waits before fetching again what did not come, ms. The last one is repeated. */
const RETRY_MS = [1_000, 4_000, 15_000]

const NOTHING = { __html: '' }

/**
 * A part of a view that a phone fetches when it is first needed, so that nobody waits for what few
 * look at. What the server drew in its place stays, and comes to life there. `fetch` gets it ahead
 * of need, as soon as a tap makes that likely.
 *
 * Imported as `…Now`, the part at hand is left out of a phone's scripts:
 *
 *     import { Tasks as TasksNow } from './view-tasks'
 *     const Tasks = later(isPhone ? { load: () => import('./view-tasks').then((m) => m.Tasks) } : { now: TasksNow })
 */
export function later<Props extends object>(part: Part<Props>) {
  if ('now' in part) {
    const { now: Now } = part
    // biome-ignore lint/correctness/noComponentHookFactories: made once, as a module is loaded.
    const AtHand = (props: Props) => (
      <div class="zg-later">
        <Now {...props} />
      </div>
    )
    return Object.assign(AtHand, { fetch: () => Promise.resolve() })
  }

  const source: Source<Props> = { load: part.load }
  // biome-ignore lint/correctness/noComponentHookFactories: made once, as a module is loaded.
  const Later = (props: Props) => <Fetched source={source} props={props} />
  return Object.assign(Later, { fetch: () => fetchPart(source) })
}

/** A part that is fetched once, whoever needs it how often. */
interface Source<Props> {
  load: () => Promise<ComponentType<Props>>
  loading?: Promise<void> | undefined
  loaded?: ComponentType<Props>
}

function fetchPart<Props>(source: Source<Props>): Promise<void> {
  source.loading ??= source.load().then(
    (component) => {
      source.loaded = component
    },
    (error) => {
      source.loading = undefined
      throw error
    },
  )
  return source.loading
}

function Fetched<Props extends object>({ source, props }: { source: Source<Props>; props: Props }) {
  const host = useHost()
  const [, redraw] = useReducer((count: number, _: void) => count + 1, 0)
  const place = useRef<HTMLDivElement>(null)
  // What the server drew is taken over as it drew it, and only then brought up to date.
  const first = useRef<Props | undefined>(props)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const attempt = (tries: number) => {
      fetchPart(source).then(redraw, () => {
        timer = setTimeout(attempt, RETRY_MS[Math.min(tries, RETRY_MS.length - 1)], tries + 1)
      })
    }
    if (!source.loaded) attempt(0)
    return () => clearTimeout(timer)
  }, [source])

  useLayoutEffect(() => {
    const { current: root } = place
    const { loaded: Loaded } = source
    if (!root || !Loaded) return
    const tree = (drawn: Props) => (
      <ViewHostContext.Provider value={host}>
        <Loaded {...drawn} />
      </ViewHostContext.Provider>
    )
    if (first.current && root.firstChild) hydrate(tree(first.current), root)
    first.current = undefined
    render(tree(props), root)
  })

  useLayoutEffect(() => {
    const { current: root } = place
    return () => {
      if (root) render(null, root)
    }
  }, [])

  // The same empty text at every draw leaves alone what stands there.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it is always the empty text.
  return <div class="zg-later" ref={place} dangerouslySetInnerHTML={NOTHING} />
}
