/** @jsxImportSource preact */
import { isSafeImage } from '../../schemas/safe-values'
import type { ShownPrize } from './state'
import { PrizeIcon } from './view-icons'

/** A prize's picture: the shop's own, else a drawing of its kind. */
export function PrizePicture({ prize: { image, kind } }: { prize: ShownPrize }) {
  return image && isSafeImage(image) ? (
    <img class="zg-lt-pic" src={image} alt="" width="40" height="40" />
  ) : (
    <PrizeIcon kind={kind} />
  )
}
