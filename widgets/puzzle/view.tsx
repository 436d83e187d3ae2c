/** @jsxImportSource preact */
import { REGION_FULL } from '../../schemas/region-parts'
import { isSafeImage } from '../../schemas/safe-values'
import { linkHref } from '../kit/link-href'
import { pictureAttrs } from '../kit/picture'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import type { PuzzleProps } from './definition'
import { viewMessages } from './messages'

type PuzzleCell = PuzzleProps['cells'][number]

const isShown = ({ src }: PuzzleCell) => src !== '' && isSafeImage(src)

/** Pictures side by side and one below the other, in parts of the whole: they fit at every width. */
export function View({ props }: ViewProps<PuzzleProps>) {
  const { isEditing } = useHost()
  const { cells, width, height, gap, padding, radius } = props
  if (!isEditing && !cells.some(isShown)) return null
  return (
    <div style={padding ? { padding: `${padding}px` } : undefined}>
      {/* Padding, because old phones know no ratio. */}
      <div class="zg-puzzle" style={{ paddingTop: `${(height / width) * 100}%` }}>
        {cells.map((cell, index) =>
          isShown(cell) || isEditing ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no other name.
            <Cell key={index} cell={cell} part={`cells.${index}`} gap={gap} radius={radius} />
          ) : null,
        )}
      </div>
    </div>
  )
}

interface CellProps {
  cell: PuzzleCell
  part: string
  gap: number
  radius: number
}

function Cell({ cell, part, gap, radius }: CellProps) {
  const text = useMessages(viewMessages)
  const { src, alt, fit, focusX, focusY, tint, link } = cell
  const style = {
    ...edges('left', 'width', cell.x, cell.w, gap),
    ...edges('top', 'height', cell.y, cell.h, gap),
    ...(radius && { borderRadius: `${radius}px` }),
    ...(tint && { backgroundColor: tint }),
  }
  if (!isShown(cell)) {
    return (
      <div class="zg-puzzle-cell zg-puzzle-empty text-muted" style={style}>
        {text.empty}
      </div>
    )
  }
  const picture = (
    <img
      {...pictureAttrs(src, `${Math.round((cell.w / REGION_FULL) * 100)}vw`)}
      alt={alt}
      loading="lazy"
      decoding="async"
      style={{ objectFit: fit, ...(fit === 'cover' && { objectPosition: `${focusX}% ${focusY}%` }) }}
    />
  )
  const href = linkHref(link)
  const isBound = Boolean(cell.actions?.length)
  return href || isBound ? (
    <a class="zg-puzzle-cell" href={href} data-part={isBound ? part : undefined} style={style}>
      {picture}
    </a>
  ) : (
    <div class="zg-puzzle-cell" style={style}>
      {picture}
    </div>
  )
}

/** Where a cell begins and how far it goes: half a gap less where it has a neighbour. */
function edges(start: string, extent: string, from: number, size: number, gap: number) {
  const before = from > 0 ? gap / 2 : 0
  const after = from + size < REGION_FULL ? gap / 2 : 0
  const percent = (parts: number) => `${(parts / REGION_FULL) * 100}%`
  return {
    [start]: before ? `calc(${percent(from)} + ${before}px)` : percent(from),
    [extent]: before + after ? `calc(${percent(size)} - ${before + after}px)` : percent(size),
  }
}
