import type { ActionCall } from '../../schemas/action-call'
import type { BoundEvent } from '../../schemas/bound-event'
import type { BlockId } from '../../schemas/page'
import type { PreviewPlay } from '../../schemas/preview-play'
import type { Locale } from '../../widgets/kit/messages'
import { sheetClosed, valuesOf } from './outcome-values'
import { createPreviewActions } from './preview-actions'
import { forgetFriends } from './preview-friend'
import type { PreviewHost } from './preview-host'
import { leave } from './preview-leave'
import { previewWords } from './preview-words'

/** What is not of the page: the preview's own bars. */
const OURS = '.zg-preview'
/** The place that a popup was closed to. */
const NOWHERE = '#-'

interface Previewed {
  play: PreviewPlay
  host: PreviewHost
  locale: Locale
}

/**
 * Notices the events of a page that is tried out, and has done what follows from each. The page is
 * drawn anew while it is watched, so that what was tapped is looked for when it is. Returns the end.
 */
export function watchPreview({ play, host, locale }: Previewed): () => void {
  const run = createPreviewActions(play, host, locale)
  const ends: (() => void)[] = []
  const listen = (target: EventTarget, type: string, heard: (event: Event) => void) => {
    target.addEventListener(type, heard)
    ends.push(() => target.removeEventListener(type, heard))
  }
  const of = (id: BlockId, what: BoundEvent['sign']['what']) =>
    (play.boundOf(id) ?? []).filter(({ sign }) => sign.what === what)

  async function runTaps(calls: readonly ActionCall[], link: string | null) {
    await run(calls, {})
    if (link) leave(link, play, locale)
  }

  listen(document, 'click', ({ target }) => {
    if (!(target instanceof Element) || target.closest(OURS)) return
    let isBound = false
    for (let block = blockAround(target); block; block = blockAround(block.parentElement)) {
      for (const [face, events] of facesOf(block, of(block.id, 'tap'))) {
        if (!face.contains(target)) continue
        isBound = true
        const link = face.closest('a[href]')?.getAttribute('href') ?? null
        void runTaps(
          events.flatMap(({ calls }) => calls),
          link,
        )
      }
    }
    const link = target.closest('a[href]')?.getAttribute('href')
    // A place on the page is gone to by the browser itself.
    if (!isBound && link && !link.startsWith('#')) leave(link, play, locale)
  })
  listen(document, 'keydown', (event) => {
    const { key, target } = event as KeyboardEvent
    if ((key !== 'Enter' && key !== ' ') || !(target instanceof HTMLElement)) return
    if (target.dataset.zgFace === undefined) return
    event.preventDefault()
    target.click()
  })
  for (const id of play.blockIds()) ends.push(showAsButtons(id, of(id, 'tap')))
  const enter = () =>
    play.blockIds().flatMap((id) => of(id, 'entered').map((event) => watchEntry(id, event, run)))
  let entries = enter()
  const endEntries = () => {
    for (const end of entries) end()
  }
  const endBegin = play.onBegin(() => {
    forgetFriends(play)
    // Whoever looks now has just come.
    endEntries()
    entries = enter()
  })
  ends.push(endEntries, endBegin, () => forgetFriends(play))
  ends.push(markPreview(locale))

  let open = ''
  const look = () => {
    const before = open
    open = location.hash.slice(1)
    if (before === open) return
    for (const { calls } of of(before, 'closed')) void run(calls, {})
    for (const { calls } of of(open, 'opened')) void run(calls, {})
  }
  listen(window, 'hashchange', look)

  ends.push(
    host.onOutcome(async (id, action, outcome) => {
      for (const { sign, values, calls } of play.boundOf(id) ?? []) {
        if (sign.what !== 'outcome' || !sign.actions.includes(action)) continue
        if (!sign.statuses.includes(outcome.status)) continue
        if (sign.afterSheet) await sheetClosed()
        void run(calls, valuesOf(values, outcome))
      }
    }),
  )
  return () => {
    for (const end of ends) end()
    // A popup that lies open belongs to what was tried out.
    if (location.hash.length > 1) location.hash = NOWHERE
  }
}

/** On whatever the page shows, it is said that none of it is given. */
function markPreview(locale: Locale): () => void {
  const mark = document.body.appendChild(document.createElement('p'))
  mark.className = 'zg-preview zg-preview-mark'
  mark.textContent = previewWords[locale].mark
  return () => mark.remove()
}

const blockAround = (element: Element | null) => element?.closest<HTMLElement>('[data-block]') ?? null

/** What is tapped for each of these events: what the block draws, or one of its parts. */
function facesOf(block: Element, events: readonly BoundEvent[]): Map<HTMLElement, BoundEvent[]> {
  const faces = new Map<HTMLElement, BoundEvent[]>()
  for (const event of events) {
    const part = event.sign.what === 'tap' ? event.sign.part : undefined
    const name = part === undefined ? 'a,button,img' : `[data-part="${part}"]`
    const face = block.querySelector<HTMLElement>(name)
    if (face) faces.set(face, [...(faces.get(face) ?? []), event])
  }
  return faces
}

/** What is no button by itself is reached and told of like one. */
function showAsButtons(id: BlockId, events: readonly BoundEvent[]): () => void {
  const block = document.querySelector(`[data-block="${id}"]`)
  const faces = block ? [...facesOf(block, events).keys()] : []
  const others = faces.filter((face) => !face.matches('a[href],button'))
  for (const face of others) {
    face.setAttribute('role', 'button')
    face.tabIndex = 0
    face.style.cursor = 'pointer'
    face.dataset.zgFace = ''
  }
  return () => {
    for (const face of others) {
      for (const name of ['role', 'tabindex', 'data-zg-face']) face.removeAttribute(name)
      face.style.cursor = ''
    }
  }
}

/** How often it happened before is not remembered: whoever opens a preview wants to see it. */
function watchEntry(
  id: BlockId,
  { sign, calls }: BoundEvent,
  run: (calls: readonly ActionCall[], values: Record<string, unknown>) => Promise<void>,
): () => void {
  if (sign.what !== 'entered') return () => {}
  const timer = setTimeout(() => {
    const isElsewhere = location.hash.length > 1 && location.hash !== NOWHERE
    if (!isElsewhere && document.querySelector(`[data-block="${id}"]`)) void run(calls, {})
  }, sign.afterMs)
  return () => clearTimeout(timer)
}
