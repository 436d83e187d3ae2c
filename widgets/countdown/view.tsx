/** @jsxImportSource preact */
import { instantParts } from '../kit/instant-text'
import { timeLeft } from '../kit/time-left'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages, useNow } from '../kit/view-hooks'
import type { CountdownProps } from './definition'
import { viewMessages } from './messages'

/**
 * The server writes dashes and the date, since it does not know when the page is read; the phone
 * fills the numbers in. Every state has the same height, so nothing jumps.
 */
export function View({ props }: ViewProps<CountdownProps>) {
  const text = useMessages(viewMessages)
  const { timeZone } = useHost()
  const now = useNow()
  const target = Date.parse(props.to)
  const date = text.date(instantParts(props.to, timeZone))

  let content = <p class="zg-countdown-label">{props.after}</p>
  if (now === undefined || now < target) {
    const left = now === undefined ? undefined : timeLeft(target, now)
    const numbers = left ? [String(left.days), ...left.clock] : ['-', '--', '--', '--']
    content = (
      <>
        {props.before && <p class="zg-countdown-label">{props.before}</p>}
        <p class="zg-countdown-clock" aria-hidden="true">
          {numbers.map((number, i) => (
            <span key={text.units[i]}>
              <b>{number}</b>
              <i>{text.units[i]}</i>
            </span>
          ))}
        </p>
        <noscript>{date}</noscript>
      </>
    )
  }
  // Readers of a screen hear the date: numbers that change every second cannot be listened to.
  return (
    <div
      class={`zg-countdown zg-countdown-${props.look}`}
      role="timer"
      aria-live="off"
      aria-label={`${props.before} ${date}`.trim()}
    >
      {content}
    </div>
  )
}
