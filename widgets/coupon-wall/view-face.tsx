/** @jsxImportSource preact */
import { isSafeImage } from '../../schemas/safe-values'
import { offText, termsText } from '../kit/play/terms-text'
import { useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { viewMessages } from './messages'
import type { OfferFace } from './state'

/** The side of a ticket that says what it is worth. */
export function Face({ face }: { face: OfferFace }) {
  const { locale } = useHost()
  const text = useMessages(viewMessages)
  switch (face.kind) {
    case 'coupon':
      return (
        <Worth yuan={yuanText(face.amountFen)} words={offText(locale, face)}>
          {/* The space between them is where a narrow ticket breaks the line. */}
          {termsText(locale, face).map((piece) => [<b key={piece}>{piece}</b>, ' '])}
        </Worth>
      )
    case 'cash':
    case 'subsidy':
      return <Worth yuan={yuanText(face.amountFen)}>{text[face.kind]}</Worth>
    case 'points':
      return <Worth words={String(face.points)}>{text.points}</Worth>
    case 'partner_voucher':
      return <Worth words={face.partner}>{text.voucher}</Worth>
    case 'physical':
      return (
        <div class="zg-cw-face">
          {face.image !== '' && isSafeImage(face.image) && (
            <img src={face.image} alt="" width="64" height="64" loading="lazy" />
          )}
          <p>{text.gift}</p>
        </div>
      )
  }
}

/** Words take the place of the amount they are about. */
function Worth(props: { yuan?: string; words?: string | undefined; children: preact.ComponentChildren }) {
  const amount = props.words ?? props.yuan ?? ''
  return (
    <div class="zg-cw-face">
      <p class={amount.length > 4 ? 'zg-cw-amount is-long' : 'zg-cw-amount'}>
        {!props.words && <small>¥</small>}
        {amount}
      </p>
      <p>{props.children}</p>
    </div>
  )
}
