import type { Block } from '@/schemas/page'
import { currentDefinition, type Definitions } from '@/src/document'
import type { AnyWidgetDefinition, ResizeDefinition } from '@/widgets/kit/definition'
import { describeFields } from '@/widgets/kit/describe-fields'

/** A size that is dragged on the canvas, px. */
export interface Size {
  resize: ResizeDefinition
  value: number
  min: number
  max: number
  step: number
}

type Range = Pick<Size, 'min' | 'max' | 'step'>
const ranges = new WeakMap<AnyWidgetDefinition, Range | null>()

/** The block's size that can be dragged; undefined when it has none, or its widget is not at hand. */
export function sizeOf(definitions: Definitions, block: Block): Size | undefined {
  const definition = currentDefinition(definitions, block)
  if (!definition?.resize) return undefined
  const { resize } = definition
  const range = ranges.get(definition) ?? rangeOf(definition, resize)
  ranges.set(definition, range)
  const value = block.props[resize.prop]
  return range && typeof value === 'number' ? { resize, value, ...range } : undefined
}

function rangeOf(definition: AnyWidgetDefinition, { prop }: ResizeDefinition): Range | null {
  const field = describeFields(definition.props).find(({ name }) => name === prop)?.field
  return field?.kind === 'number' ? { min: field.min, max: field.max, step: field.step } : null
}

/** The size when it is dragged by so many px: in whole steps, between its bounds. */
export function sizeAfter({ value, min, max, step }: Size, by: number): number {
  const wanted = min + Math.round((value + by - min) / step) * step
  return Math.min(max, Math.max(min, wanted))
}
