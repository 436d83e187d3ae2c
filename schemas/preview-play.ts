import type { BoundEvent } from './bound-event'
import type { Outcome } from './outcome'
import type { BlockId } from './page'
import { MOST_FRIENDS, MOST_TAPS, type TriedOutcome, type TriedTap } from './try-out'
import type { Viewpoint } from './viewpoint-parts'

/** No answer: the network, as it is or as it is pretended to be, or the server. */
interface PlayFailure {
  status: 'failed'
  offline: boolean
  requestId?: string
  retry: () => Promise<Outcome | PlayFailure>
}

/** What the canvas asks of whoever shows a preview. Nothing of it reaches anybody but the preview. */
export interface PreviewPlay {
  /** Plays a tap on the block's tool; what is seen then is told before the answer. */
  tap: (id: BlockId, action: string, input: unknown) => Promise<Outcome | PlayFailure>
  /** Asks anew what is seen. */
  refresh: () => void
  /** Has whoever looks be signed in from now on. */
  signIn: () => void
  params: () => Readonly<Record<string, string>>
  setParam: (name: string, value: string) => void
  /** Who looks: the member, 0, or a friend. */
  who: () => number
  /** Has the page looked at by the member, or by a friend who opened a link with these parameters. */
  lookAs: (who: number, params: Readonly<Record<string, string>>) => void
  /** Called when all that was played is forgotten, because the page is looked at from elsewhere. */
  onBegin: (begun: () => void) => () => void
  /** What the block's events do; undefined for nothing. */
  boundOf: (id: BlockId) => readonly BoundEvent[] | undefined
  /** Blocks whose events may do something. */
  blockIds: () => readonly BlockId[]
  /** What references to the page and its campaign name. */
  values: () => Readonly<Record<string, string>>
  /** Whether a link out of the page is followed, or only told of. */
  followsLinks: boolean
}

/** What a preview asks the server with. */
export interface PlayRequest {
  as: Viewpoint
  taps: (Omit<TriedTap, 'seed'> & { seed?: string })[]
  who: number
  params: Record<string, string>
}

interface Asking<Seen> {
  viewpoint: () => Viewpoint
  /** Asks the server. A failure to reach it is `failed`. */
  ask: (request: PlayRequest) => Promise<(Seen & { last?: TriedOutcome }) | Omit<PlayFailure, 'retry'>>
  /** Told what is seen now. */
  onSeen: (seen: Seen) => void
}

/**
 * The memory of a preview: the taps that came to something, handed back with each further one. They
 * are gone when it is looked at from elsewhere, and with the page.
 */
export function createPlayMemory<Seen extends object>({ viewpoint, ask, onSeen }: Asking<Seen>) {
  let taps: TriedTap[] = []
  let params: Record<string, string> = {}
  let who = 0
  /** Answers to what was asked before it was looked at from elsewhere do not count. */
  let round = 0
  const listeners = new Set<() => void>()
  /** One after the other: each is played on what the one before it left. */
  let turn: Promise<unknown> = Promise.resolve()

  function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const mine = turn.then(work)
    turn = mine.catch(() => {})
    return mine
  }

  async function play(
    asked: number,
    tap?: Omit<TriedTap, 'seed'>,
  ): Promise<Outcome | Omit<PlayFailure, 'retry'> | undefined> {
    if (viewpoint().situation === 'offline') return { status: 'failed', offline: true }
    if (taps.length >= MOST_TAPS) return { status: 'busy', retryAfterMs: 0 }
    const answer = await ask({ as: viewpoint(), taps: tap ? [...taps, tap] : taps, who, params })
    if ('status' in answer && answer.status === 'failed') return answer as Omit<PlayFailure, 'retry'>
    const { last, ...seen } = answer as Seen & { last?: TriedOutcome }
    if (asked !== round) return last?.outcome
    if (tap && last && isPlayed(last.outcome)) taps = [...taps, { ...tap, seed: last.seed }]
    onSeen(seen as unknown as Seen)
    return last?.outcome
  }

  const look = () => {
    const asked = round
    void inTurn(() => play(asked))
  }

  async function tap(on: string, action: string, input: unknown): Promise<Outcome | PlayFailure> {
    const asked = round
    const answer = await inTurn(() => play(asked, { on, action, input, who, luck: viewpoint().luck }))
    const retry = () => tap(on, action, input)
    if (!answer) return { status: 'failed', offline: false, retry }
    return answer.status === 'failed' ? { ...answer, retry } : answer
  }

  return {
    tap,
    refresh: look,
    params: () => params,
    setParam: (name: string, value: string) => {
      const { [name]: _, ...rest } = params
      params = value === '' ? rest : { ...rest, [name]: value }
      look()
    },
    who: () => who,
    lookAs: (next: number, link: Readonly<Record<string, string>>) => {
      who = Math.min(next, MOST_FRIENDS)
      params = { ...link }
      look()
    },
    /** True once something was played, so that what others say is seen is not what this preview shows. */
    isPlayed: () => taps.length > 0 || who > 0 || Object.keys(params).length > 0,
    /** Forgets all of it. */
    begin: () => {
      round++
      taps = []
      params = {}
      who = 0
      for (const begun of [...listeners]) begun()
    },
    onBegin: (begun: () => void) => {
      listeners.add(begun)
      return () => listeners.delete(begun)
    },
  }
}

function isPlayed({ status }: Outcome): boolean {
  return status === 'granted' || status === 'done' || status === 'no_prize'
}
