/** @jsxImportSource preact */
import { isSafeImage } from '../../schemas/safe-values'
import { linkHref } from '../kit/link-href'
import { pictureAttrs } from '../kit/picture'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages, useToolState } from '../kit/view-hooks'
import type { GoodsProps } from './definition'
import { viewMessages } from './messages'
import type { Good, GoodsState } from './state'
import { Price } from './view-price'

/** How wide a picture is drawn, by layout: a page is at most 540 px wide. */
const SIZES: Record<GoodsProps['layout'], string> = {
  one: '128px',
  two: '(min-width: 540px) 260px, 50vw',
  three: '(min-width: 540px) 170px, 33vw',
  row: '136px',
}

export function View({ props, blockId }: ViewProps<GoodsProps>) {
  const text = useMessages(viewMessages)
  const { isEditing } = useHost()
  const { state } = useToolState<GoodsState>(blockId)
  const goods = state?.goods ?? []
  if (goods.length === 0 && !isEditing) return null

  const more = linkHref(props.moreLink)
  return (
    <section class={`zg-gd zg-gd-${props.layout}`} aria-label={props.title || text.label}>
      {(props.title || more) && (
        <header>
          <h2>{props.title}</h2>
          {more && (
            <a class="zg-gd-more" href={more}>
              {props.moreText || text.more}
            </a>
          )}
        </header>
      )}
      {goods.length > 0 ? (
        <ul>
          {goods.map((good) => (
            <li key={good.id}>
              <Card good={good} props={props} />
            </li>
          ))}
        </ul>
      ) : (
        <p class="zg-gd-empty">{state ? text.empty : text.chooseTool}</p>
      )}
    </section>
  )
}

function Card({ good, props }: { good: Good; props: GoodsProps }) {
  const text = useMessages(viewMessages)
  const href = linkHref(good.link)
  const inner = (
    <>
      <div class={`zg-gd-picture zg-gd-${props.picture}`}>
        {good.image !== '' && isSafeImage(good.image) && (
          // Its title stands beside it.
          <img {...pictureAttrs(good.image, SIZES[props.layout])} alt="" loading="lazy" decoding="async" />
        )}
        {good.isSoldOut && <span class="zg-gd-gone">{text.soldOut}</span>}
        {props.showStock && good.few !== undefined && <span class="zg-gd-few">{text.few(good.few)}</span>}
      </div>
      <div class="zg-gd-body">
        <h3>{good.title}</h3>
        <Price good={good} showListPrice={props.showListPrice} />
        {props.buttonText && (
          <span class="zg-gd-button">{good.isSoldOut ? text.soldOut : props.buttonText}</span>
        )}
      </div>
    </>
  )
  const name = good.isSoldOut ? 'zg-gd-card zg-gd-sold-out' : 'zg-gd-card'
  return href ? (
    <a class={name} href={href}>
      {inner}
    </a>
  ) : (
    <div class={name}>{inner}</div>
  )
}
