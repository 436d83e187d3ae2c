import type { Region } from '@/schemas/region'
import type { Parts } from '@/schemas/region-parts'
import {
  besideRegion,
  drawnRegion,
  freePlace,
  type Handle,
  movedRegion,
  type Point,
  resizedRegion,
  type SnapReach,
  snappedMove,
  snappedResize,
} from './regions-geometry'

/** The regions after an edit, and which of them is selected then. */
export interface RegionsEdit {
  regions: readonly Region[]
  selected: number | undefined
}

/** What a pointer began to do, and on what. */
export type Gesture =
  | { kind: 'draw'; from: Point }
  | { kind: 'move'; from: Point; index: number }
  | { kind: 'resize'; from: Point; index: number; handle: Handle }

/** What the regions are while the pointer is at `to`. A drawing too small to be meant adds none. */
export function gestureEdit(
  regions: readonly Region[],
  gesture: Gesture,
  to: Point,
  reach: SnapReach,
): RegionsEdit {
  if (gesture.kind === 'draw') {
    const drawn = drawnRegion(gesture.from, to)
    if (!drawn) return { regions, selected: undefined }
    // Both corners: the one it began at was put down by eye as well.
    const place = snappedResize(snappedResize(drawn, 'nw', regions, reach), 'se', regions, reach)
    return { regions: [...regions, { ...place, link: '', label: '' }], selected: regions.length }
  }
  const { index, from } = gesture
  const region = regions[index]
  if (!region) return { regions, selected: undefined }
  const by = { x: to.x - from.x, y: to.y - from.y }
  const others = regions.filter((_, i) => i !== index)
  const place =
    gesture.kind === 'move'
      ? snappedMove(movedRegion(region, by), others, reach)
      : snappedResize(resizedRegion(region, gesture.handle, by), gesture.handle, others, reach)
  return placed(regions, index, place)
}

export type RegionsCommand =
  | { kind: 'move'; by: Point }
  | { kind: 'resize'; by: Point }
  | { kind: 'remove' }
  | { kind: 'duplicate' }

const STEP = 100
const FINE_STEP = 10

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** The part of a KeyboardEvent that matters. */
export interface RegionKeyPress {
  key: string
  shiftKey: boolean
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

/**
 * What a key asks of the selected region: arrows move it by 1 %, with Shift they move its right
 * and lower edge, with Alt both go in steps of 0.1 %. Undefined when the key is somebody else's.
 */
export function regionsCommand(press: RegionKeyPress): RegionsCommand | undefined {
  const isCommand = press.ctrlKey || press.metaKey
  if (isCommand) return press.key.toLowerCase() === 'd' && !press.shiftKey ? { kind: 'duplicate' } : undefined
  const direction = Object.hasOwn(DIRECTIONS, press.key) ? DIRECTIONS[press.key] : undefined
  if (direction) {
    const step = press.altKey ? FINE_STEP : STEP
    const by = { x: direction.x * step, y: direction.y * step }
    return { kind: press.shiftKey ? 'resize' : 'move', by }
  }
  if (press.key === 'Delete' || press.key === 'Backspace') return { kind: 'remove' }
  return undefined
}

/** The regions after a command on one of them. At most `max` stay. */
export function commandEdit(
  regions: readonly Region[],
  index: number,
  command: RegionsCommand,
  max: number,
): RegionsEdit {
  const region = regions[index]
  if (!region) return { regions, selected: undefined }
  switch (command.kind) {
    case 'move':
      return placed(regions, index, movedRegion(region, command.by))
    case 'resize':
      return placed(regions, index, resizedRegion(region, 'se', command.by))
    case 'duplicate':
      if (regions.length >= max) return { regions, selected: index }
      return {
        regions: [...regions, { ...region, ...besideRegion(region) }],
        selected: regions.length,
      }
    case 'remove': {
      const rest = regions.toSpliced(index, 1)
      return { regions: rest, selected: rest.length > 0 ? Math.min(index, rest.length - 1) : undefined }
    }
  }
}

/** The regions with one more, where there is room for it. */
export function addedRegion(regions: readonly Region[], max: number): RegionsEdit {
  if (regions.length >= max) return { regions, selected: undefined }
  return { regions: [...regions, { ...freePlace(regions), link: '', label: '' }], selected: regions.length }
}

/** The regions with one of them elsewhere; the very same array when it stays where it was. */
function placed(regions: readonly Region[], index: number, place: Parts): RegionsEdit {
  const region = regions[index]
  if (!region) return { regions, selected: undefined }
  const stays = place.x === region.x && place.y === region.y && place.w === region.w && place.h === region.h
  return { regions: stays ? regions : regions.with(index, { ...region, ...place }), selected: index }
}
