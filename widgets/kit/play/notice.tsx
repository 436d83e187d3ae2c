/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { useHost } from '../view'
import { answerText } from './answer-text'
import { playWords } from './play-words'
import { type Answer, canRetry, type Play } from './use-play'
import { useWhen } from './when-text'

/** How long news stays, in ms. What asks for a decision stays until it is taken. */
const NEWS_MS = 4_000

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
  const when = useWhen(host.now())
  const text = answer && (say?.(answer) ?? answerText(host.locale, answer, when))

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new answer begins a new wait.
  useEffect(() => {
    if (!text || !answer || canRetry(answer)) return
    const timer = setTimeout(dismiss, NEWS_MS)
    return () => clearTimeout(timer)
  }, [answer])

  return (
    <div class="zg-pl-live" role="status">
      {answer && text && (
        <div class={`zg-pl-notice is-${answer.status}`}>
          <span>{text}</span>
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
