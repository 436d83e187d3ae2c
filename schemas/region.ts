import { z } from 'zod'
import { ActionCalls } from './action-call'
import { Link, plainText } from './primitives'
import { REGION_FULL } from './region-parts'

/** An edge of a region: a part per ten thousand of the picture's width or height. */
const Edge = z.int().min(0).max(REGION_FULL)
const Side = z.int().min(1).max(REGION_FULL)

/** A rectangle on a picture that can be tapped: where it leads, what it does, and what it is called when read aloud. */
export const Region = z
  .strictObject({
    x: Edge,
    y: Edge,
    w: Side,
    h: Side,
    link: Link,
    label: plainText(60),
    /** Done when it is tapped, before the link is followed. */
    actions: ActionCalls.optional(),
  })
  .refine(({ x, y, w, h }) => x + w <= REGION_FULL && y + h <= REGION_FULL, {
    error: 'region_outside',
  })

export type Region = z.infer<typeof Region>
