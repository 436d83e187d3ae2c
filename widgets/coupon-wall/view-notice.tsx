/** @jsxImportSource preact */
import { useMessages } from '../kit/view-hooks'
import { viewMessages } from './messages'
import { canRetry, type useClaim } from './view-claim'

/** Says how the last tap ended. The live region itself is always there, or it would not be read. */
export function NoticeBar({
  claims: { notice, claim, dismiss },
  when,
}: {
  claims: ReturnType<typeof useClaim>
  when: (iso: string) => string
}) {
  const text = useMessages(viewMessages)
  const answer = notice?.answer
  return (
    <div class="zg-cw-live" role="status">
      {notice && answer && (
        <div class={`zg-cw-notice is-${answer.status}`}>
          <span>{text.answer(answer, notice.offer.title, when)}</span>
          {answer.status === 'granted' && <a href="/my/rewards">{text.mine}</a>}
          {canRetry(answer) && (
            <>
              <button
                type="button"
                onClick={() => claim(notice.offer, answer.status === 'failed' ? answer : undefined)}
              >
                {text.retry}
              </button>
              <button type="button" onClick={dismiss}>
                {text.dismiss}
              </button>
            </>
          )}
        </div>
      )}
    </div>
  )
}
