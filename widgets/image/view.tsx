/** @jsxImportSource preact */
import { isSafeImage } from '../../schemas/safe-values'
import { linkHref } from '../kit/link-href'
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
      src={props.src}
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

/** Keeps the place of a picture nobody has chosen yet. Padding, because old phones know no ratio. */
function EmptyPicture({ label, ratio, style }: { label: string; ratio: number; style?: object }) {
  return (
    <div
      class="relative overflow-hidden bg-[rgba(127,127,127,0.14)] text-muted"
      style={{ ...style, paddingTop: `${Math.min(ratio, 2) * 100}%` }}
    >
      <div class="absolute top-0 left-0 flex h-full w-full flex-col items-center justify-center">
        <svg aria-hidden="true" width="40" height="40" viewBox="0 0 40 40" fill="none" stroke="currentColor">
          <rect x="5" y="8" width="30" height="24" rx="4" stroke-width="2" />
          <circle cx="14" cy="16" r="3" stroke-width="2" />
          <path d="M6 29l9-8 6 5 7-8 7 7" stroke-width="2" stroke-linejoin="round" />
        </svg>
        <span class="mt-1 text-[13px]">{label}</span>
      </div>
    </div>
  )
}
