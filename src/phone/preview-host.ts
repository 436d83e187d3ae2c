import type { Outcome } from '../../schemas/outcome'
import type { BlockId } from '../../schemas/page'
import type { PreviewPlay } from '../../schemas/preview-play'
import type { Locale } from '../../widgets/kit/messages'
import type { ViewHost } from '../../widgets/kit/view'
import { offerFriend } from './preview-friend'
import { leave } from './preview-leave'

/** Is told how each tap came out. */
type Told = (id: BlockId, action: string, outcome: Outcome) => void

export interface PreviewHost {
  viewHost: ViewHost
  /** Returns the end of it. */
  onOutcome: (told: Told) => () => void
  /** Has the block go on as with a tap of its own; false when it takes up no such tap. */
  resume: (id: BlockId, action: string, input: unknown) => boolean
}

/** Views ask again by the clock, which in a preview may stand still where it is already over, ms. */
const REFRESH_EVERY_MS = 10_000

/** What surrounds the views while a page is tried out: taps are played, and nothing is given. */
export function createPreviewHost(shown: ViewHost, play: PreviewPlay, locale: Locale): PreviewHost {
  const told = new Set<Told>()
  const resumers = new Map<string, (input: unknown) => void>()
  const nameOf = (id: BlockId, action: string) => `${id} ${action}`
  let wasAskedToSignIn = false
  let refreshedAt = Number.NEGATIVE_INFINITY

  const viewHost: ViewHost = {
    ...shown,
    perform: async (id, action, input) => {
      const answer = await play.tap(id, action, input)
      if (answer.status !== 'failed') for (const each of [...told]) each(id, action, answer)
      return answer
    },
    navigate: (link) => leave(link, play, locale),
    // What is spread is read once.
    get params() {
      return play.params()
    },
    setParam: play.setParam,
    share: async ({ params }) => {
      offerFriend(play, params, locale)
      return 'shared'
    },
    copy: (text) => import('./bridge-share').then(({ copyText }) => copyText(text)),
    refresh: () => {
      if (performance.now() - refreshedAt < REFRESH_EVERY_MS) return
      refreshedAt = performance.now()
      play.refresh()
    },
    // First it is seen how the page asks for it.
    login: async () => {
      if (wasAskedToSignIn) play.signIn()
      wasAskedToSignIn = !wasAskedToSignIn
      return !wasAskedToSignIn
    },
    onResume: (id, action, resume) => {
      resumers.set(nameOf(id, action), resume)
      return () => resumers.delete(nameOf(id, action))
    },
  }
  return {
    viewHost,
    onOutcome: (each) => {
      told.add(each)
      return () => told.delete(each)
    },
    resume: (id, action, input) => {
      const resume = resumers.get(nameOf(id, action))
      resume?.(input)
      return resume !== undefined
    },
  }
}
