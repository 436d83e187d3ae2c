import type { Outcome } from '../../schemas/outcome'
import type { BlockId } from '../../schemas/page'
import type { BoundEvent, BoundEvents } from '../../widgets/kit/bound-events'
import type { Entrance } from '../../widgets/kit/events'
import type { ActionRunner, EventValues } from './action-runner'
import { isFailure, memberApi } from './member-api'

/** A result's sheet that has not come up by then is not going to, ms. */
const SHEET_WAIT_MS = 15_000
const SHEET = '[aria-modal="true"]'
const NOWHERE: EventValues = {}

/** Notices the events of the page's blocks, and has done what follows from each. */
export function watchEvents(data: BoundEvents, run: ActionRunner): void {
  const all = Object.entries(data.blocks)
  for (const [id, events] of all) {
    const taps = events.filter(({ sign }) => sign.what === 'tap')
    if (taps.length > 0) watchTaps(id, (link) => void runAll(taps, link))
  }
  async function runAll(events: readonly BoundEvent[], link: string | undefined) {
    for (const { calls } of events) await run(calls, NOWHERE)
    if (link !== undefined) await run([{ kind: 'navigate', inputs: { link } }], NOWHERE)
  }

  for (const [id, events] of all) {
    for (const { sign, calls } of events) {
      if (sign.what === 'entered') watchEntry(id, sign, data.timeZone, () => void run(calls, NOWHERE))
    }
  }

  watchTargets((id, what) => {
    for (const { sign, calls } of data.blocks[id] ?? []) if (sign.what === what) void run(calls, NOWHERE)
  })
  if (all.some(([, events]) => events.some(({ sign }) => sign.what === 'outcome'))) {
    watchOutcomes(async (id, action, outcome) => {
      for (const { sign, values, calls } of data.blocks[id] ?? []) {
        if (sign.what !== 'outcome' || !sign.actions.includes(action)) continue
        if (!sign.statuses.includes(outcome.status)) continue
        if (sign.afterSheet) await sheetClosed()
        void run(calls, valuesOf(values, outcome))
      }
    })
  }
}

/** A tap on what the block draws; a link is followed afterwards, and not before. */
function watchTaps(id: BlockId, tapped: (link: string | undefined) => void): void {
  const root = document.querySelector(`[data-block="${id}"]`)
  const face = root?.querySelector<HTMLElement>('a,button,img')
  if (!root || !face) return
  const isLink = face.matches('a[href]')
  if (!isLink && face.tagName !== 'BUTTON') {
    face.setAttribute('role', 'button')
    face.tabIndex = 0
    face.style.cursor = 'pointer'
    face.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      face.click()
    })
  }
  root.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !face.contains(event.target)) return
    event.preventDefault()
    tapped(isLink ? (face.getAttribute('href') ?? undefined) : undefined)
  })
}

/** Whoever came for a place on the page, or opens something meanwhile, is not interrupted. */
function watchEntry(id: BlockId, { afterMs, frequency }: Entrance, timeZone: string, entered: () => void) {
  const isElsewhere = () => location.hash.length > 1
  if (isElsewhere()) return
  setTimeout(() => {
    if (isElsewhere() || (frequency !== 'always' && !isFirstTime(id, frequency, timeZone))) return
    entered()
  }, afterMs)
}

/** Remembers on this phone that it happened. A phone that remembers nothing is asked each time. */
function isFirstTime(id: BlockId, frequency: 'daily' | 'once', timeZone: string): boolean {
  // This locale writes days as 2026-11-11.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.now())
  const key = `zg-entered ${id}`
  try {
    const before = localStorage.getItem(key)
    localStorage.setItem(key, day)
    return frequency === 'once' ? before === null : before !== day
  } catch {
    return true
  }
}

/** Popups open as the place that the address names, and close as it names another. */
function watchTargets(changed: (id: BlockId, what: 'opened' | 'closed') => void): void {
  let open = ''
  const look = () => {
    const before = open
    open = location.hash.slice(1)
    if (before === open) return
    changed(before, 'closed')
    changed(open, 'opened')
  }
  addEventListener('hashchange', look)
  look()
}

/** Every action of the page goes through one object, which is listened to here. */
function watchOutcomes(came: (id: BlockId, action: string, outcome: Outcome) => void): void {
  const { perform } = memberApi
  memberApi.perform = async (request) => {
    const answer = await perform(request)
    if (!isFailure(answer)) came(request.block, request.action, answer)
    return answer
  }
}

function valuesOf(places: BoundEvent['values'], outcome: Outcome): EventValues {
  return Object.fromEntries(
    Object.entries(places).map(([name, at]) => {
      let value: unknown = outcome
      for (const key of at) {
        const holder = typeof value === 'object' && value !== null ? value : {}
        value = Object.hasOwn(holder, key) ? (holder as Record<string | number, unknown>)[key] : undefined
      }
      return [name, value]
    }),
  )
}

/** The member has seen the result and closed its sheet, or there was none. */
function sheetClosed(): Promise<void> {
  return new Promise((resolve) => {
    let wasOpen = false
    const done = () => {
      clearTimeout(timer)
      changes.disconnect()
      resolve()
    }
    const changes = new MutationObserver(() => {
      const isOpen = document.querySelector(SHEET) !== null
      if (wasOpen && !isOpen) done()
      if (isOpen) clearTimeout(timer)
      wasOpen = isOpen
    })
    const timer = setTimeout(done, SHEET_WAIT_MS)
    changes.observe(document.body, { childList: true, subtree: true })
  })
}
