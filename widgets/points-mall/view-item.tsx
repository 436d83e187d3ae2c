/** @jsxImportSource preact */
import { useMemo, useRef } from 'preact/hooks'
import { Still } from '../kit/still'
import { isPhone } from '../kit/target'
import { useSame } from '../kit/use-same'
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { type PointsMallMessages, viewMessages } from './messages'
import { type MallItem, missingFor, type PointsMallState } from './state'
import { Picture as PictureNow } from './view-picture'
import { grouped, Price } from './view-price'

/** What keeps an item from the member, in one short line; undefined when nothing does. */
export function obstacleOf(
  item: MallItem,
  wallet: PointsMallState['wallet'],
  text: PointsMallMessages,
): string | undefined {
  if (item.state !== 'open') return text.states[item.state]
  const { points, cashFen } = missingFor(item, wallet)
  if (points > 0) return text.pointsShort(grouped(points))
  return cashFen > 0 ? text.balanceShort(yuanText(cashFen)) : undefined
}

interface ItemProps {
  item: MallItem
  wallet: PointsMallState['wallet']
  isPending: boolean
  mustSignIn: boolean
  showProgress: boolean
  onTap: () => void
}

/** One item of the mall, drawn again only when something about it is new: the clock ticks for them all. */
export function Item({ onTap, ...shown }: ItemProps) {
  const tap = useRef(onTap)
  tap.current = onTap
  const same = useSame(shown)
  return useMemo(() => <ItemNow {...same} onTap={() => tap.current()} />, [same])
}

/** Whoever lacks points may still look at what it is and how to earn them. */
function ItemNow({ item, wallet, isPending, mustSignIn, showProgress, onTap }: ItemProps) {
  const text = useMessages(viewMessages)
  const { state, title, gonePercent } = item
  const obstacle = obstacleOf(item, wallet, text)
  const canTap = state === 'open'
  // How much is gone urges only whoever can still have one, and only when some are gone.
  const isUrging = showProgress && canTap && gonePercent > 0
  const label = isPending ? text.redeeming : (obstacle ?? (mustSignIn ? text.signIn : text.redeem))
  return (
    <li class={canTap || state === 'not_started' ? '' : 'is-off'}>
      <article>
        <Still name={`mall ${item.rewardId}`}>{isPhone ? undefined : <PictureNow item={item} />}</Still>
        <div class="zg-pm-about">
          <h3>{title}</h3>
          <Price {...item} />
          <p class="zg-pm-gone">
            {isUrging && (
              <>
                <i aria-hidden="true">
                  <b style={{ transform: `scaleX(${gonePercent / 100})` }} />
                </i>
                {text.gone(gonePercent)}
              </>
            )}
          </p>
          <button
            type="button"
            class={obstacle && canTap ? 'is-short' : ''}
            aria-label={`${label} ${title}`}
            aria-busy={isPending}
            aria-disabled={!canTap || isPending}
            onClick={() => {
              if (canTap) onTap()
            }}
          >
            <span>{label}</span>
          </button>
        </div>
      </article>
    </li>
  )
}

/** Holds an item's place until there is something to show. */
export function EmptyItem() {
  return (
    <li class="is-empty" aria-hidden="true">
      <article>
        <div class="zg-pm-pic" />
        <div class="zg-pm-about" />
      </article>
    </li>
  )
}
