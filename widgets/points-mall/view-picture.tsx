/** @jsxImportSource preact */
import { isSafeImage } from '../../schemas/safe-values'
import type { Locale } from '../kit/messages'
import { pictureAttrs } from '../kit/picture'
import { offText } from '../kit/play/terms-text'
import { useHost } from '../kit/view'
import { yuanText } from '../kit/yuan-text'
import type { MallItem, Offer } from './state'
import { grouped } from './view-price'

/** Shapes by their colour: b brand, s strong brand, a accent, l light on them, c a line of code. On 96 × 72. */
const DRAWINGS: Record<Exclude<Offer['kind'], 'subsidy'>, [colour: string, path: string][]> = {
  coupon: [
    ['s', 'M19 14l56-4a4 4 0 0 1 4 4l2 34-64 5-2-35a4 4 0 0 1 4-4z'],
    [
      'b',
      'M16 20h64a4 4 0 0 1 4 4v8a6 6 0 0 0 0 12v8a4 4 0 0 1-4 4H16a4 4 0 0 1-4-4v-8a6 6 0 0 0 0-12v-8a4 4 0 0 1 4-4z',
    ],
    ['l', 'M16 20h64a4 4 0 0 1 4 4v3Q42 28 12 46v-2a6 6 0 0 0 0-12v-8a4 4 0 0 1 4-4z'],
    ['a', 'M72 25h2v4h-2zM72 33h2v4h-2zM72 41h2v4h-2zM72 49h2v4h-2z'],
  ],
  cash: [
    ['b', 'M28 6h40a5 5 0 0 1 5 5v51a5 5 0 0 1-5 5H28a5 5 0 0 1-5-5V11a5 5 0 0 1 5-5z'],
    ['s', 'M23 22q25 17 50 0V11a5 5 0 0 0-5-5H28a5 5 0 0 0-5 5z'],
    ['l', 'M28 6h14Q30 36 30 67h-2a5 5 0 0 1-5-5V11a5 5 0 0 1 5-5z'],
    ['a', 'M48 20a10 10 0 1 1 0 20 10 10 0 0 1 0-20z'],
    ['s', 'M44.5 24.5l3.5 4.5 3.5-4.5M48 29v7M44.5 30.5h7M44.5 33.5h7'],
  ],
  points: [
    ['s', 'M20 40v14c0 9 11 15 28 15s28-6 28-15V40z'],
    ['b', 'M20 24v16c0 9 11 15 28 15s28-6 28-15V24z'],
    ['a', 'M48 8c17 0 28 7 28 16s-11 16-28 16-28-7-28-16S31 8 48 8z'],
    ['l', 'M48 8c17 0 28 7 28 16Q46 14 22 31q-2-3-2-7C20 15 31 8 48 8z'],
  ],
  partner_voucher: [
    ['s', 'M18 12h60a5 5 0 0 1 5 5v9H13v-9a5 5 0 0 1 5-5z'],
    ['b', 'M13 26h70v31a5 5 0 0 1-5 5H18a5 5 0 0 1-5-5z'],
    ['l', 'M18 12h30L24 62h-6a5 5 0 0 1-5-5V17a5 5 0 0 1 5-5z'],
    ['c', 'M22 51.5h52'],
  ],
  physical: [
    ['b', 'M22 35h52v26a4 4 0 0 1-4 4H26a4 4 0 0 1-4-4z'],
    ['s', 'M19 23h58a3 3 0 0 1 3 3v9H16v-9a3 3 0 0 1 3-3z'],
    ['l', 'M19 23h22v42H26a4 4 0 0 1-4-4V35h-6v-9a3 3 0 0 1 3-3z'],
    ['a', 'M43 23h10v42H43zM48 23C43 8 27 7 26 15c-.5 5 8 8 22 8zM48 23c5-15 21-16 22-8 .5 5-8 8-22 8z'],
  ],
}

function worthOf(offer: Offer, locale: Locale): string {
  switch (offer.kind) {
    case 'coupon':
      return offText(locale, offer) ?? `¥${yuanText(offer.amountFen)}`
    case 'cash':
    case 'subsidy':
      return `¥${yuanText(offer.amountFen)}`
    case 'points':
      return grouped(offer.points)
    case 'partner_voucher':
      return offer.partner.length > 6 ? `${offer.partner.slice(0, 5)}…` : offer.partner
    case 'physical':
      return ''
  }
}

/** What an item looks like: its picture, or what its kind of reward looks like, drawn. */
export function Picture({ item: { image, offer, tag } }: { item: MallItem }) {
  const worth = worthOf(offer, useHost().locale)
  // Both come off an order, and look it.
  const kind = offer.kind === 'subsidy' ? 'coupon' : offer.kind
  return (
    <div class={`zg-pm-pic is-${kind}`}>
      {image !== '' && isSafeImage(image) ? (
        <img {...pictureAttrs(image, '260px')} alt="" loading="lazy" decoding="async" />
      ) : (
        <svg viewBox="0 0 96 72" aria-hidden="true">
          <ellipse class="is-floor" cx="48" cy="66" rx="38" ry="4" />
          {DRAWINGS[kind].map(([colour, path]) => (
            <path key={path} class={`is-${colour}`} d={path} />
          ))}
          {worth && <text class={worth.length > 4 ? 'is-long' : ''}>{worth}</text>}
        </svg>
      )}
      {tag && <i>{tag}</i>}
    </div>
  )
}
