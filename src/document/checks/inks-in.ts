import { AA_LARGE, AA_TEXT } from '../../../schemas/contrast'
import type { Block } from '../../../schemas/page'
import type { RichBlock } from '../../../schemas/rich-text'
import type { AnyWidgetDefinition } from '../../../widgets/kit/definition'
import { fieldsOf } from './fields-of'

/** A colour that text was given, and what it must reach on its ground. */
export interface Ink {
  /** `#rrggbb`. */
  colour: string
  ratio: number
  path: (string | number)[]
}

const HEX = /^#[0-9a-f]{6}$/i
/** Looks of text that are large enough to be told apart with less. */
const LARGE_LOOKS = new Set(['title'])

/**
 * The colours of the block's text, where its props tell them: a property `colour`, and the runs of
 * a rich text. The theme's own colours are the theme's promise.
 */
export function inksIn({ props }: Block, definition: AnyWidgetDefinition): Ink[] {
  return fieldsOf(definition).flatMap(({ name, field }): Ink[] => {
    const value = props[name]
    if (field.kind === 'colour' && name === 'colour') {
      const ratio = LARGE_LOOKS.has(String(props.look)) ? AA_LARGE : AA_TEXT
      return typeof value === 'string' && HEX.test(value)
        ? [{ colour: value, ratio, path: ['props', name] }]
        : []
    }
    if (field.kind !== 'richText' || !Array.isArray(value)) return []
    const colours = new Set(
      (value as RichBlock[]).flatMap(({ runs }) => runs.flatMap(({ colour }) => colour ?? [])),
    )
    return [...colours].flatMap((colour) =>
      HEX.test(colour) ? [{ colour, ratio: AA_TEXT, path: ['props', name] }] : [],
    )
  })
}
