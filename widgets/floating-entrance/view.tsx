/** @jsxImportSource preact */
import { isSafeImage } from '../../schemas/safe-values'
import { linkHref } from '../kit/link-href'
import { pictureAttrs } from '../kit/picture'
import { useHost, type ViewProps } from '../kit/view'
import type { FloatingEntranceProps } from './definition'
import { DrawnPicture } from './view-picture'

export function View({ props }: ViewProps<FloatingEntranceProps>) {
  const { picture, image, label, link, side, bottom, moves } = props
  const { isEditing } = useHost()
  const isOwn = picture === 'own'
  const hasImage = isOwn && image !== '' && isSafeImage(image)
  if (isOwn && !hasImage && !isEditing) return null

  const inside = (
    <span class={moves ? 'zg-floating-moves' : undefined}>
      {hasImage ? (
        <img {...pictureAttrs(image, '64px')} alt="" width="64" height="64" decoding="async" />
      ) : (
        <DrawnPicture name={isOwn ? 'gift' : picture} />
      )}
      <b>{label}</b>
    </span>
  )
  const href = linkHref(link)
  // In the editor it stands in its place, so that it can be selected and moved like any block.
  const where = isEditing ? '' : ' zg-floating-fixed'
  return (
    <div
      class={`zg-floating zg-floating-${side}${where}`}
      style={isEditing ? undefined : { bottom: `calc(${bottom}px + env(safe-area-inset-bottom, 0px))` }}
    >
      {href ? <a href={href}>{inside}</a> : inside}
    </div>
  )
}
