/** @jsxImportSource preact */
import { isSafeImage } from '../../schemas/safe-values'
import { EmptyPicture } from '../kit/empty-picture'
import { linkHref } from '../kit/link-href'
import { pictureAttrs } from '../kit/picture'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import type { ImageProps } from './definition'
import { viewMessages } from './messages'

export function View({ props }: ViewProps<ImageProps>) {
  const text = useMessages(viewMessages)
  const { isEditing } = useHost()
  const hasImage = props.src !== '' && isSafeImage(props.src)
  if (!hasImage && !isEditing) return null

  const radius = props.radius ? { borderRadius: `${props.radius}px` } : undefined
  const picture = hasImage ? (
    // Width and height give the browser the ratio, so the place is kept while it loads.
    <img
      class="block h-auto w-full"
      {...pictureAttrs(props.src)}
      alt={props.alt}
      width={props.width}
      height={props.height}
      loading="lazy"
      decoding="async"
      style={radius}
    />
  ) : (
    <EmptyPicture label={text.empty} ratio={props.height / props.width} style={radius} />
  )
  const href = linkHref(props.link)
  return (
    <div style={props.padding ? { padding: `${props.padding}px` } : undefined}>
      {href ? (
        <a class="block" href={href}>
          {picture}
        </a>
      ) : (
        picture
      )}
    </div>
  )
}
