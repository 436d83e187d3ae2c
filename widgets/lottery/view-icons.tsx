/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import type { ShownPrize } from './state'

/*
 * Drawings of what can be won, each on 40 × 40: `a` is the body, `b` its shade, `c` the ornament,
 * `d` the light on it. The colours are the theme's.
 */
const DRAWINGS: Record<Exclude<ShownPrize['kind'], 'subsidy'>, ComponentChildren> = {
  coupon: (
    <>
      <path class="a" d="M3 10h34v7a3 3 0 0 0 0 6v7H3v-7a3 3 0 0 0 0-6z" />
      <path class="b" d="M26 10h11v7a3 3 0 0 0 0 6v7H26z" />
      <path class="l" d="M10 14l5 6 5-6M15 20v7M10.5 20h9M10.5 23.5h9" />
      <path class="e" d="M26 12v17" />
    </>
  ),
  cash: (
    <>
      <path class="a" d="M8 4h24a2 2 0 0 1 2 2v28a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z" />
      <path class="b" d="M6 6a2 2 0 0 1 2-2h24a2 2 0 0 1 2 2v6q-14 11-28 0z" />
      <circle class="c" cx="20" cy="18" r="6.5" />
      <path class="k" d="M17 14.5l3 3.5 3-3.5M20 18v4M17.5 18.3h5M17.5 20.3h5" />
    </>
  ),
  points: (
    <>
      <ellipse class="b" cx="20" cy="29" rx="14" ry="6" />
      <path class="b" d="M6 24h28v5H6z" />
      <ellipse class="c" cx="20" cy="24" rx="14" ry="6" />
      <circle class="c" cx="20" cy="15" r="11" />
      <circle class="k" cx="20" cy="15" r="8" />
      <path class="a" d="M20 9l1.9 3.9 4.1.6-3 3 .7 4.2-3.7-2-3.7 2 .7-4.2-3-3 4.100-.6z" />
    </>
  ),
  partner_voucher: (
    <>
      <path class="c" d="M10 6h25a2 2 0 0 1 2 2v18h-4V12a2 2 0 0 0-2-2H10z" />
      <path class="a" d="M5 12h26a2 2 0 0 1 2 2v18a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V14a2 2 0 0 1 2-2z" />
      <path class="b" d="M3 26h30v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z" />
      <path class="d" d="M15 15.500l8 4.500-8 4.500z" />
    </>
  ),
  physical: (
    <>
      <path class="a" d="M6 18h28v17a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2z" />
      <path class="b" d="M3 12h34v7H3z" />
      <path
        class="c"
        d="M16.500 12h7v25h-7zM20 12C9 12 9 3 13.500 3 17 3 19 7 20 12c1-5 3-9 6.500-9C31 3 31 12 20 12zm-2.500-2.500C16.500 6.500 15 5.500 14 5.500c-2 0-2 3.500 3.500 4zm5 0c5.500-.5 5.500-4 3.500-4-1 0-2.500 1-3.500 4z"
      />
    </>
  ),
  none: (
    <>
      <path
        class="c"
        d="M20 3c5 0 8 5 5.500 9.500C30 10 35 13 35 18s-5 8-9.500 5.500C28 28 25 33 20 33s-8-5-5.500-9.500C10 26 5 23 5 18s5-8 9.500-5.500C12 8 15 3 20 3z"
      />
      <circle class="d" cx="20" cy="18" r="7.500" />
      <path class="k" d="M17 16.500v1M23 16.500v1M16.500 20q3.500 3.500 7 0" />
      <path class="e" d="M20 33q0 3-3 5" />
    </>
  ),
}

/** A drawing of what the prize is. */
export function PrizeIcon({ kind }: { kind: ShownPrize['kind'] }) {
  return (
    <svg class="zg-lt-pic zg-lt-drawing" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
      {DRAWINGS[kind === 'subsidy' ? 'coupon' : kind]}
    </svg>
  )
}
