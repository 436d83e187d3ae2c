/** @jsxImportSource preact */
import { REGION_FULL } from '../../schemas/region-parts'
import { isSafeImage } from '../../schemas/safe-values'
import { EmptyPicture } from '../kit/empty-picture'
import { linkHref } from '../kit/link-href'
import { pictureAttrs } from '../kit/picture'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import type { HotZoneProps } from './definition'
import { viewMessages } from './messages'

/** A picture with links laid over it, in parts of its size: they fit at every width. */
export function View({ props }: ViewProps<HotZoneProps>) {
  const text = useMessages(viewMessages)
  const { isEditing } = useHost()
  const hasImage = props.src !== '' && isSafeImage(props.src)
  if (!hasImage && !isEditing) return null

  const radius = props.radius ? { borderRadius: `${props.radius}px` } : undefined
  return (
    <div style={props.padding ? { padding: `${props.padding}px` } : undefined}>
      {hasImage ? (
        <div class="zg-hot-zone" style={radius}>
          <img
            class="block h-auto w-full"
            {...pictureAttrs(props.src)}
            alt={props.alt}
            width={props.width}
            height={props.height}
            loading="lazy"
            decoding="async"
          />
          {props.regions.map((region, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a region has no other name.
            <RegionLink key={index} region={region} part={`regions.${index}`} isEditing={isEditing} />
          ))}
        </div>
      ) : (
        <EmptyPicture label={text.empty} ratio={props.height / props.width} style={radius} />
      )}
    </div>
  )
}

type Region = HotZoneProps['regions'][number]

interface RegionLinkProps {
  region: Region
  part: string
  isEditing: boolean
}

function RegionLink({ region, part, isEditing }: RegionLinkProps) {
  const href = linkHref(region.link)
  const isBound = Boolean(region.actions?.length)
  // A region that does nothing is nothing to a member; its author sees it where it lies.
  if (!href && !isBound && !isEditing) return null
  const percent = (parts: number) => `${(parts / REGION_FULL) * 100}%`
  return (
    <a
      class={`zg-hot-zone-region${isEditing ? ' zg-hot-zone-editing' : ''}`}
      href={href}
      data-part={isBound ? part : undefined}
      style={{
        left: percent(region.x),
        top: percent(region.y),
        width: percent(region.w),
        height: percent(region.h),
      }}
    >
      <span class="zg-hot-zone-label">{region.label}</span>
    </a>
  )
}
