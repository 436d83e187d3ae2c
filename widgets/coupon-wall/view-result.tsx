/** @jsxImportSource preact */

import { MY_REWARDS } from '../kit/play/my-rewards'
import { Sheet } from '../kit/play/sheet'
import { termsText } from '../kit/play/terms-text'
import { useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { viewMessages } from './messages'
import { resultMessages } from './messages-result'
import type { CouponOffer, OfferState } from './state'
import type { Parts } from './view-claim'

interface ResultProps {
  parts: Parts
  coupons: readonly CouponOffer[]
  onClose: () => void
}

/** What 一键领取 came to: how many, and each coupon with how it ended. */
export function ClaimAllResult({ parts, coupons, onClose }: ResultProps) {
  const { locale } = useHost()
  const text = useMessages(resultMessages)
  const { states } = useMessages(viewMessages)
  const count = (status: string) => parts.filter((part) => part.status === status).length
  const granted = count('granted')
  const taken = count('limit_reached')
  const rest = text.resultRest(taken, parts.length - granted - taken)
  return (
    <Sheet title={text.result(granted)} onClose={onClose} class="zg-cw-result">
      {rest && <p class="zg-cw-result-rest">{rest}</p>}
      <ul>
        {parts.map(({ name, status }) => {
          const offer = coupons.find(({ rewardId }) => rewardId === name)
          return (
            offer && (
              <li key={name} class={`is-${status}`}>
                <span>
                  {offer.title}
                  {offer.face.kind === 'coupon' && <small>{termsText(locale, offer.face).join(' ')}</small>}
                </span>
                <b class="zg-cw-result-end">
                  {text.parts[status as 'granted'] ??
                    states[status as Exclude<OfferState, 'claimable'>] ??
                    text.parts.other}
                </b>
              </li>
            )
          )
        })}
      </ul>
      <a class="zg-cw-result-more" href={MY_REWARDS}>
        {text.seeMine}
      </a>
    </Sheet>
  )
}
