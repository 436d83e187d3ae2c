/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { later } from '../later'
import { isPhone } from '../target'
import { useHost } from '../view'
import { AnswerText as AnswerTextNow } from './answer-text-of'
import { playWords } from './play-words'
import { type Answer, canRetry, type Play } from './use-play'

/** How long news stays, in ms. What asks for a decision stays until it is taken. */
const NEWS_MS = 4_000

// Most taps end well. Words for the others come with the answer.
const AnswerText = later(
  isPhone ? { load: () => import('./answer-text-of').then((m) => m.AnswerText) } : { now: AnswerTextNow },
)

interface NoticeProps {
  /** What `usePlay` returned. */
  of: Pick<Play<never>, 'answer' | 'retry' | 'dismiss'>
  /** Words of the tool's own; undefined leaves it to `answerText`, empty says nothing. */
  say?: (answer: Answer) => string | undefined
  /** Stands behind good news: a link to what was won. */
  children?: ComponentChildren
}

/**
 * Says how the last tap ended, with a way to try again where that may help. Lies over the page,
 * so no answer moves it. The live region itself is always there, or it would not be read.
 */
export function Notice({ of: { answer, retry, dismiss }, say, children }: NoticeProps) {
  const host = useHost()
  const words = playWords[host.locale]
  const own = answer && say?.(answer)
  const isTold = answer && (own === undefined ? !isSuccess(answer) : own !== '')

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new answer begins a new wait.
  useEffect(() => {
    if (!isTold || canRetry(answer)) return
    const timer = setTimeout(dismiss, NEWS_MS)
    return () => clearTimeout(timer)
  }, [answer])

  /** Without a network nothing more can be fetched: those words are here. */
  const wordsFor = (failed: Answer) =>
    failed.status === 'failed' && failed.offline ? words.offline : <AnswerText answer={failed} />

  return (
    <div class="zg-pl-live" role="status">
      {isTold && (
        <div class={`zg-pl-notice is-${answer.status}`}>
          <span>{own ?? wordsFor(answer)}</span>
          {answer.status === 'granted' && children}
          {canRetry(answer) && (
            <>
              <button type="button" onClick={retry}>
                {answer.status === 'login_required' ? words.signIn : words.retry}
              </button>
              <button type="button" class="zg-pl-quiet" onClick={dismiss}>
                {words.dismiss}
              </button>
            </>
          )}
        </div>
      )}
    </div>
  )
}

/** Success, whose words are the tool's own. */
function isSuccess({ status }: Answer): boolean {
  return status === 'granted' || status === 'done' || status === 'no_prize'
}
