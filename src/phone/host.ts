import type { Outcome } from '../../schemas/outcome'
import type { PageData } from '../../schemas/phone'
import type { ActionFailure, ToolStatus, ViewHost } from '../../widgets/kit/view'
import type { PhoneClock } from './clock'
import { newIdempotencyKey } from './idempotency-key'
import { isFailure, type MemberApi } from './member-api'
import { readParams } from './page-params'
import { type RememberedTap, rememberTap, takeTap } from './remembered-tap'
import type { Said } from './say'

export interface PhoneHost {
  viewHost: ViewHost
  /** Asks the server for the member's state of every tool on the page, in one call. */
  refresh: () => Promise<void>
  /** Runs a first draw as the server drew it, whatever has been learnt since. */
  asDrawnByServer: (draw: () => void) => void
}

/** How long an outcome waits for the state that follows from it, so that both are drawn at once, ms. */
const STATE_WAIT_MS = 800
/** How long a tap that goes on waits for its widget to be there, ms. */
const RESUME_WAIT_MS = 3000
/** The wait before another try is twice this, and doubles each time, ms. */
const OFFLINE_RETRY_MS = 1000
const OFFLINE_RETRY_MAX_MS = 30_000

/**
 * What surrounds the views of a published page. Keeps each tool's state as the server last told
 * it, performs actions so that a lost answer never counts twice, and takes up a tap again after
 * the member signed in.
 */
export function createPhoneHost(data: PageData, api: MemberApi, clock: PhoneClock): PhoneHost {
  let tools = data.tools
  let params = readParams(location.search)
  let status: ToolStatus = 'loading'
  let isFirstDraw = false
  let isSignedIn = false
  let isSigningIn = false
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let isStale = false
  const listeners = new Map<string, Set<() => void>>()
  const underWay = new Map<string, Promise<Outcome | ActionFailure>>()
  const unanswered = new Map<string, string>()
  const resumers = new Map<string, (input: unknown) => void>()
  let interrupted: RememberedTap | undefined

  /** What is rarely said is fetched when it is. */
  function say(what: Said): void {
    import('./say').then(
      (words) => words.say(data.locale, what, data.timeZone),
      () => {},
    )
  }

  async function load(): Promise<void> {
    clearTimeout(retry)
    const sentAt = Date.now()
    const known = { status, tools }
    const answer = await api.pageState(data.version, params)
    if (isFailure(answer)) {
      status = 'offline'
      retry = setTimeout(refreshIfSeen, Math.min(OFFLINE_RETRY_MS * 2 ** ++failures, OFFLINE_RETRY_MAX_MS))
    } else {
      failures = 0
      status = 'ready'
      tools = answer.tools
      isSignedIn = answer.member !== null
      clock.correct(answer.now, sentAt, Date.now())
      if (answer.say) say(answer.say)
    }
    // Who has nothing new to show is not drawn again: a page may hold many tools, on a slow phone.
    const isNew = (id: string) =>
      status !== known.status || JSON.stringify(tools[id]) !== JSON.stringify(known.tools[id])
    for (const [id, set] of listeners) if (isNew(id)) for (const changed of [...set]) changed()
    if (isSignedIn && !isSigningIn) resumeTap()
  }

  /** A call that began before something happened cannot know of it: then another follows. */
  function refresh(): Promise<void> {
    isStale = running !== undefined
    running ??= load().finally(() => {
      running = undefined
      if (isStale) return refresh()
    })
    return running
  }

  function refreshIfSeen(): void {
    if (document.visibilityState === 'visible') void refresh()
  }

  function setParam(name: string, value: string): void {
    const url = new URL(location.href)
    if (value) url.searchParams.set(name, value)
    else url.searchParams.delete(name)
    history.replaceState(history.state, '', url.href)
    params = readParams(url.search)
    void refresh()
  }

  async function login(): Promise<boolean> {
    isSigningIn = true
    try {
      const { requestLogin } = await import('./bridge')
      const answer = await requestLogin()
      if (answer === 'nobody') say({ status: 'openInApp' })
      if (answer !== 'answered') return false
      await refresh()
      // Whoever asked for it goes on with the tap.
      if (isSignedIn) takeTap()
      return isSignedIn
    } finally {
      isSigningIn = false
    }
  }

  async function send(intent: string, blockId: string, action: string, input: unknown) {
    const type = data.blocks[blockId]?.type ?? ''
    // While nobody knows how the last try ended, the same tap is the same request.
    const key = unanswered.get(intent) ?? newIdempotencyKey()
    unanswered.set(intent, key)
    const answer = await api.perform({ type, action, version: data.version, block: blockId, key, input })
    if (!isFailure(answer)) {
      unanswered.delete(intent)
      if (answer.status === 'login_required') {
        rememberTap({ blockId, action, input, at: Date.now() })
        return answer
      }
      await Promise.race([refresh(), new Promise((resolve) => setTimeout(resolve, STATE_WAIT_MS))])
      return answer
    }
    if (answer.offline) void refresh()
    const { offline, requestId } = answer
    const failure: ActionFailure = {
      status: 'failed',
      offline,
      requestId,
      retry: () => perform(blockId, action, input),
    }
    return failure
  }

  /** Two taps at once on the same thing are one request. */
  function perform(blockId: string, action: string, input: unknown): Promise<Outcome | ActionFailure> {
    const intent = JSON.stringify([blockId, action, input])
    const started =
      underWay.get(intent) ?? send(intent, blockId, action, input).finally(() => underWay.delete(intent))
    underWay.set(intent, started)
    return started
  }

  /** The widget goes on with the tap, as soon as it is there; one that never comes is done without. */
  function resumeTap(): void {
    interrupted ??= takeTap()
    const tap = interrupted
    if (!tap || handOver()) return
    setTimeout(async () => {
      if (interrupted !== tap) return
      interrupted = undefined
      if (data.blocks[tap.blockId]) say(await perform(tap.blockId, tap.action, tap.input))
    }, RESUME_WAIT_MS)
  }

  function handOver(): boolean {
    const resume = interrupted && resumers.get(`${interrupted.blockId} ${interrupted.action}`)
    if (!resume) return false
    const { input } = interrupted as RememberedTap
    interrupted = undefined
    resume(input)
    return true
  }

  const viewHost: ViewHost = {
    locale: data.locale,
    timeZone: data.timeZone,
    now: clock.now,
    onTick: clock.onTick,
    readTool: (blockId) =>
      isFirstDraw
        ? { status: 'loading', state: data.tools[blockId] }
        : { status, state: tools[blockId] ?? data.tools[blockId] },
    onToolChange: (blockId, changed) => {
      const set = listeners.get(blockId) ?? new Set()
      listeners.set(blockId, set.add(changed))
      // The answer may have come between the first draw and now.
      if (status !== 'loading') changed()
      return () => set.delete(changed)
    },
    perform,
    navigate: (link) => location.assign(link),
    get params() {
      return params
    },
    setParam,
    share: ({ title, params }) =>
      import('./bridge-share').then(
        ({ shareLink }) => shareLink(title, pageLink(params)),
        () => 'failed',
      ),
    copy: (text) =>
      import('./bridge-share').then(
        ({ copyText }) => copyText(text),
        () => false,
      ),
    refresh: () => void refresh(),
    login,
    onResume: (blockId, action, resume) => {
      const key = `${blockId} ${action}`
      resumers.set(key, resume)
      handOver()
      return () => resumers.delete(key)
    },
    isEditing: false,
  }

  document.addEventListener('visibilitychange', refreshIfSeen)
  addEventListener('online', refreshIfSeen)
  // Coming back with the back button restores the page as it was left.
  addEventListener('pageshow', (event) => {
    if (event.persisted) refreshIfSeen()
  })

  return {
    viewHost,
    refresh,
    asDrawnByServer: (draw) => {
      isFirstDraw = true
      try {
        draw()
      } finally {
        isFirstDraw = false
      }
    },
  }
}

/** The page as a friend opens it: without what this member's own link carries. */
function pageLink(params: Record<string, string>): string {
  const url = new URL(location.pathname, location.origin)
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value)
  return url.href
}
