/** @jsxImportSource preact */
import { linkHref } from '../kit/link-href'
import { answerText } from '../kit/play/answer-text'
import { Sheet } from '../kit/play/sheet'
import { type Answer, canRetry } from '../kit/play/use-play'
import { validityText } from '../kit/play/validity-text'
import { useWhen } from '../kit/play/when-text'
import { useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { viewMessages } from './messages'
import { sheetMessages } from './messages-sheets'
import { type MallItem, missingFor, type PointsMallState } from './state'
import { obstacleOf } from './view-item'
import { Picture } from './view-picture'
import { balanceText, grouped, Price, priceText } from './view-price'

interface ConfirmProps {
  item: MallItem
  mall: PointsMallState
  isPending: boolean
  mustSignIn: boolean
  /** How the last try ended, when that was no success. */
  refusal: Answer | undefined
  onConfirm: () => void
  onClose: () => void
}

/** What it costs, what is left after, and the one button. Says here how a try ended. */
export function ConfirmSheet(props: ConfirmProps) {
  const { item, mall, isPending, mustSignIn, refusal, onConfirm, onClose } = props
  const { locale, timeZone, now } = useHost()
  const text = useMessages(viewMessages)
  const say = useMessages(sheetMessages)
  const when = useWhen(now())
  const { offer } = item
  const { wallet } = mall
  const missing = missingFor(item, wallet)
  const obstacle = obstacleOf(item, wallet, text)
  const wayOut = wayOutOf(missing, mall)
  let label = mustSignIn ? say.signInAndRedeem : say.confirm
  if (refusal && canRetry(refusal) && refusal.status !== 'login_required') label = say.retry
  return (
    <Sheet title={say.confirmTitle} onClose={onClose} class="zg-pm-sheet">
      <div class="zg-pm-what">
        <Picture item={{ ...item, tag: '' }} />
        <div>
          <h3>{item.title}</h3>
          <Price {...item} />
          {'validity' in offer && <small>{validityText(locale, offer.validity, timeZone, now())}</small>}
          <small>{say.limits(item)}</small>
        </div>
      </div>
      <dl>
        <dt>{say.cost}</dt>
        <dd>
          <b>{priceText(text, item)}</b>
        </dd>
        {wallet && (
          <>
            <dt>{missing.points > 0 ? say.pointsHeld : say.pointsAfter}</dt>
            <dd>
              {missing.points > 0 ? (
                <>
                  {grouped(wallet.points)}
                  <em>{text.pointsShort(grouped(missing.points))}</em>
                </>
              ) : (
                grouped(wallet.points - item.points)
              )}
            </dd>
          </>
        )}
        {wallet && item.cashFen > 0 && (
          <>
            <dt>{missing.cashFen > 0 ? say.balanceHeld : say.balanceAfter}</dt>
            <dd>
              {missing.cashFen > 0 ? (
                <>
                  {balanceText(wallet.cashFen)}
                  <em>{say.balanceShort(yuanText(missing.cashFen))}</em>
                </>
              ) : (
                balanceText(wallet.cashFen - item.cashFen)
              )}
            </dd>
          </>
        )}
      </dl>
      <p class="zg-pm-note" role="status">
        {refusal ? <strong>{answerText(locale, refusal, when)}</strong> : say.noReturn}
      </p>
      {wayOut ? (
        <a class="zg-pm-go" href={wayOut}>
          {missing.points > 0 ? text.earn : say.topUp}
        </a>
      ) : (
        <button
          type="button"
          class="zg-pm-go"
          aria-busy={isPending}
          aria-disabled={isPending || obstacle !== undefined}
          onClick={() => {
            if (!obstacle) onConfirm()
          }}
        >
          {isPending ? text.redeeming : (obstacle ?? label)}
        </button>
      )}
    </Sheet>
  )
}

/** Where a member gets what they lack, if the shop says so. */
function wayOutOf(
  missing: ReturnType<typeof missingFor>,
  { earnLink, topUpLink }: PointsMallState,
): string | undefined {
  if (missing.points > 0) return linkHref(earnLink)
  return missing.cashFen > 0 ? linkHref(topUpLink) : undefined
}
