/** @jsxImportSource preact */
import type { ComponentType } from 'preact'
import { useEffect, useReducer } from 'preact/hooks'

/** Where a part of a view comes from: fetched on a phone, at hand everywhere else. */
export type Part<Props> = { now: ComponentType<Props> } | { load: () => Promise<ComponentType<Props>> }

/** Waits before fetching again what did not come, ms. The last one is repeated. */
const RETRY_MS = [1_000, 4_000, 15_000]

const NOTHING = { __html: '' }

/**
 * A part of a view that a phone fetches when it is first needed, so that nobody waits for what few
 * look at. What the server drew in its place stays until it has come. `fetch` gets it ahead of
 * need, as soon as a tap makes that likely.
 *
 * Imported as `…Now`, the part at hand is left out of a phone's scripts:
 *
 *     import { Rules as RulesNow } from './view-rules'
 *     const Rules = later(isPhone ? { load: () => import('./view-rules').then((m) => m.Rules) } : { now: RulesNow })
 */
export function later<Props extends object>(part: Part<Props>) {
  let loaded = 'now' in part ? part.now : undefined
  let loading: Promise<void> | undefined

  function fetch(): Promise<void> {
    if ('now' in part) return Promise.resolve()
    loading ??= part.load().then(
      (component) => {
        loaded = component
      },
      (error) => {
        loading = undefined
        throw error
      },
    )
    return loading
  }

  function Later(props: Props) {
    const redraw = useReducer((count: number, _: void) => count + 1, 0)[1]
    useEffect(() => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const attempt = (tries: number) => {
        fetch().then(redraw, () => {
          timer = setTimeout(attempt, RETRY_MS[Math.min(tries, RETRY_MS.length - 1)], tries + 1)
        })
      }
      if (!loaded) attempt(0)
      return () => clearTimeout(timer)
    }, [redraw])
    const Loaded = loaded
    // The same empty text at every draw leaves alone what the server drew there.
    // biome-ignore lint/security/noDangerouslySetInnerHtml: it is always the empty text.
    if (!Loaded) return <div class="zg-later" dangerouslySetInnerHTML={NOTHING} />
    return (
      <div class="zg-later">
        <Loaded {...props} />
      </div>
    )
  }

  return Object.assign(Later, { fetch })
}
