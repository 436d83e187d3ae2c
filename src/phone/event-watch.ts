import type { Outcome } from '../../schemas/outcome'
import type { BlockId } from '../../schemas/page'
import type { BoundEvent, BoundEvents } from '../../widgets/kit/bound-events'
import type { Entrance } from '../../widgets/kit/events'
import type { ActionRunner, EventValues } from './action-runner'
import { isFailure, memberApi } from './member-api'
import { sheetClosed, valuesOf } from './outcome-values'

const NOWHERE: EventValues = {}

/** Notices the events of the page's blocks, and has done what follows from each. */
export function watchEvents(data: BoundEvents, run: ActionRunner): void {
  const all = Object.entries(data.blocks)
  for (const [id, events] of all) {
    for (const part of partsTapped(events)) {
      const taps = events.filter(({ sign }) => sign.what === 'tap' && sign.part === part)
      watchTaps(id, part, (link) => void runAll(taps, link))
    }
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

/** The parts of a block whose taps do something; undefined is the block itself. */
function partsTapped(events: readonly BoundEvent[]): Set<string | undefined> {
  return new Set(events.flatMap(({ sign }) => (sign.what === 'tap' ? [sign.part] : [])))
}

/** A tap on what the block draws, or one of its parts; a link is followed afterwards, and not before. */
function watchTaps(id: BlockId, part: string | undefined, tapped: (link: string | undefined) => void): void {
  const root = document.querySelector(`[data-block="${id}"]`)
  const face = root?.querySelector<HTMLElement>(part === undefined ? 'a,button,img' : `[data-part="${part}"]`)
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
