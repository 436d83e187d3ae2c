import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Block, PageDefinition } from '@/schemas/page'
import type { AskedFacts, PageFacts } from '@/schemas/page-facts'
import { blockOf, type Finding, type OutsideLink, type PageCheck } from '@/src/document'
import type { EditorStore } from '../store/editor-store'

/** A finding of something that was asked for and done once: it holds for as long as the record is the same. */
export interface Measured {
  block: Block
  finding: Finding
}

interface ChecksState {
  findings: readonly Finding[]
  /** What the page asks of the server, as of the last look. */
  asked: AskedFacts | undefined
  isPanelOpen: boolean
  measured: readonly Measured[]
}

export interface Checks extends StoreApi<ChecksState> {
  /** Looks at the page by these rules and with these facts from now on. */
  follow: (by: { pages: PageCheck; facts: PageFacts | undefined }) => () => void
  /** Looks at once, where somebody waits for the answer. */
  look: () => readonly Finding[]
  /** Keeps what was measured, in the place of what was found of that kind before. */
  keep: (code: Finding['code'], measured: readonly Measured[]) => void
  /** Links of the page as it is now that only following them can check. */
  outsideLinks: () => OutsideLink[]
}

/** How long the page must rest before it is looked at, ms; and how long an idle moment is waited for. */
const REST_MS = 250
const IDLE_MS = 500

/**
 * The findings of the page under the editor's hands. They are looked for when nobody types or drags,
 * in an idle moment, and a look costs what was edited: nothing of it is on the path of a keystroke.
 */
export function createChecks(store: EditorStore): Checks {
  const state = createStore<ChecksState>(() => ({
    findings: [],
    asked: undefined,
    isPanelOpen: false,
    measured: [],
  }))
  let by: Parameters<Checks['follow']>[0] | undefined

  function look(): readonly Finding[] {
    if (!by) return []
    const { page } = store.getState()
    const asked = by.pages.asks(page)
    const measured = stillMeasured(page).flatMap(by.pages.judge)
    const findings = [...by.pages.check(page, by.facts), ...typed(store), ...measured]
    const before = state.getState()
    const isSame = JSON.stringify([before.findings, before.asked]) === JSON.stringify([findings, asked])
    // The same findings as before draw nothing again.
    if (!isSame) state.setState({ findings, asked })
    return findings
  }

  function stillMeasured(page: PageDefinition): Finding[] {
    return state
      .getState()
      .measured.flatMap(({ block, finding }) => (blockOf(page, block.id) === block ? [finding] : []))
  }

  return {
    ...state,
    look,
    keep: (code, measured) =>
      state.setState((before) => ({
        measured: [...before.measured.filter(({ finding }) => finding.code !== code), ...measured],
      })),
    outsideLinks: () => by?.pages.outsideLinks(store.getState().page, by.facts) ?? [],
    follow: (next) => {
      by = next
      const { soon, later, end } = whenIdle(look)
      // A long page opens first and is looked at then.
      soon()
      const stopStore = store.subscribe((now, before) => {
        if (now.page !== before.page || now.refused !== before.refused) later()
      })
      const stopMeasured = state.subscribe((now, before) => now.measured !== before.measured && later())
      return () => {
        stopStore()
        stopMeasured()
        end()
      }
    },
  }
}

/** What was typed that its widget refuses: the page does not hold it yet. */
function typed(store: EditorStore): Finding[] {
  const { page, refused } = store.getState()
  return Object.entries(refused).flatMap(([id, { problems }]): Finding[] => {
    const [problem] = problems
    const path = ['blocks', id, 'props', ...(problem?.path ?? [])]
    return blockOf(page, id) ? [{ level: 'warning', code: 'refused', path }] : []
  })
}

function whenIdle(work: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle: number | undefined
  const whenNothingElse = () => {
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === 'function') idle = requestIdleCallback(work, { timeout: IDLE_MS })
    else timer = setTimeout(work)
  }
  const end = () => {
    clearTimeout(timer)
    if (idle !== undefined) cancelIdleCallback(idle)
  }
  return {
    end,
    soon: () => {
      end()
      whenNothingElse()
    },
    later: () => {
      end()
      timer = setTimeout(whenNothingElse, REST_MS)
    },
  }
}
