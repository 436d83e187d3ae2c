/** A rectangle of a picture, whole px from its upper left corner. */
export interface Frame {
  x: number
  y: number
  width: number
  height: number
}

export interface Size {
  width: number
  height: number
}

/** Nothing smaller is cut out, px. */
export const MIN_SIDE = 8

/** Which edges a corner moves. */
export const CORNERS = ['nw', 'ne', 'se', 'sw'] as const
export type Corner = (typeof CORNERS)[number]

const clamp = (value: number, min: number, max: number) => Math.min(Math.max(Math.round(value), min), max)

/** Inside the picture, of whole px; of the ratio, width by height, where one is given. */
export function fittedFrame(frame: Frame, picture: Size, ratio?: number): Frame {
  let width = clamp(frame.width, Math.min(MIN_SIDE, picture.width), picture.width)
  let height = clamp(frame.height, Math.min(MIN_SIDE, picture.height), picture.height)
  if (ratio) {
    height = clamp(width / ratio, 1, picture.height)
    width = clamp(height * ratio, 1, picture.width)
  }
  return {
    x: clamp(frame.x, 0, picture.width - width),
    y: clamp(frame.y, 0, picture.height - height),
    width,
    height,
  }
}

/** Moved by some px; at the picture's edge it stops and keeps its size. */
export function movedFrame(frame: Frame, by: { x: number; y: number }, picture: Size): Frame {
  return fittedFrame({ ...frame, x: frame.x + by.x, y: frame.y + by.y }, picture)
}

/** With a corner moved; the corner across stays where it is. */
export function resizedFrame(
  frame: Frame,
  corner: Corner,
  by: { x: number; y: number },
  picture: Size,
  ratio?: number,
): Frame {
  const [right, bottom] = [frame.x + frame.width, frame.y + frame.height]
  const isWest = corner.includes('w')
  const isNorth = corner.includes('n')
  const room = {
    width: isWest ? right : picture.width - frame.x,
    height: isNorth ? bottom : picture.height - frame.y,
  }
  let width = clamp(frame.width + (isWest ? -by.x : by.x), Math.min(MIN_SIDE, room.width), room.width)
  let height = clamp(frame.height + (isNorth ? -by.y : by.y), Math.min(MIN_SIDE, room.height), room.height)
  if (ratio) {
    height = clamp(width / ratio, 1, room.height)
    width = clamp(height * ratio, 1, room.width)
  }
  return { x: isWest ? right - width : frame.x, y: isNorth ? bottom - height : frame.y, width, height }
}
