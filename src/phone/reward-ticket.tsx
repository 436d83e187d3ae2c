/** @jsxImportSource preact */
import type { HeldReward } from '../../schemas/outcome'
import { instantParts } from '../../widgets/kit/instant-text'
import { linkHref } from '../../widgets/kit/link-href'
import type { Locale } from '../../widgets/kit/messages'
import { yuanText } from '../../widgets/kit/yuan-text'
import { rewardWords } from './reward-words'

/** `2026.11.11 23:59` in the shop's time zone. */
function minuteOf(instant: string, timeZone: string): string {
  const { year, month, day, hour, minute } = instantParts(instant, timeZone)
  // A no-break space: on a narrow phone the line breaks before the date, not within it.
  return `${year}.${month}.${day}\u00a0${hour}:${minute}`
}

/** One held coupon as a ticket: what it is worth, what it asks, how long it lasts, where to use it. */
export function RewardTicket(props: { reward: HeldReward; locale: Locale; timeZone: string }) {
  const { reward, locale, timeZone } = props
  const say = rewardWords[locale]
  const isExpired = reward.state === 'expired'
  const useLink = linkHref(reward.useLink)
  const { amountFen, thresholdFen } = reward.coupon
  return (
    <li class={`zr-ticket${isExpired ? ' zr-expired' : ''}`} data-reward={reward.id}>
      <div class="zr-worth">
        <p class="zr-amount">
          <span class="zr-sign">¥</span>
          {yuanText(amountFen)}
        </p>
        <p class="zr-threshold">
          {thresholdFen > 0 ? say.threshold(yuanText(thresholdFen)) : say.noThreshold}
        </p>
      </div>
      <div class="zr-about">
        <p class="zr-title">{reward.title}</p>
        <p class="zr-until">{say.expires(minuteOf(reward.expiresAt, timeZone))}</p>
      </div>
      {isExpired ? (
        <span class="zr-mark">{say.expired}</span>
      ) : (
        useLink && (
          <a class="zr-use" href={useLink}>
            {say.use}
          </a>
        )
      )}
    </li>
  )
}
