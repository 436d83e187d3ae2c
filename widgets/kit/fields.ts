import { z } from 'zod'
import { ActionCalls } from '../../schemas/action-call'
import type { Field, FieldPlacement as Placement } from '../../schemas/field'
import { Colour, Fen, Id, ImageUrl, Instant, Link, plainText } from '../../schemas/primitives'
import { isArranged } from '../../schemas/puzzle-parts'
import { Region } from '../../schemas/region'
import type { Parts } from '../../schemas/region-parts'
import { RichText } from '../../schemas/rich-text'

export type { Field }

/** Where a schema's editing metadata lives, apart from the schema: zod keeps no room for it. */
export const fieldRegistry = z.registry<Field>()

function tag<S extends z.ZodType>(schema: S, field: Field): S {
  fieldRegistry.add(schema, field)
  return schema
}

/**
 * The kinds of value a widget's props or a tool's configuration may hold. Each returns a zod
 * schema that carries how to edit it; labels come from the widget's messages (`fields.<name>`).
 */
export const field = {
  /** Plain text of `min`–`max` characters; markup in it is shown, not interpreted. */
  text: (o: { max: number; min?: number; multiline?: boolean } & Placement) =>
    tag(plainText(o.max, o.min ?? 0), {
      ...placement(o),
      kind: 'text',
      max: o.max,
      multiline: o.multiline ?? false,
    }),
  /**
   * A whole number with its unit, such as px or 天. With `decimals` it is edited in a larger unit:
   * parts per million as a percentage with four of them.
   */
  number: (o: { min: number; max: number; step?: number; unit?: string; decimals?: number } & Placement) =>
    tag(z.int().min(o.min).max(o.max), {
      ...placement(o),
      kind: 'number',
      unit: o.unit,
      min: o.min,
      max: o.max,
      step: o.step ?? 1,
      ...(o.decimals !== undefined && { decimals: o.decimals }),
    }),
  /** Money in fen, edited in yuan. */
  money: (o: { min?: number; max?: number } & Placement = {}) => {
    const min = o.min ?? 0
    const max = o.max ?? 100_000_000
    return tag(Fen.min(min).max(max), { ...placement(o), kind: 'money', min, max })
  },
  /** `#rrggbb`. */
  colour: (o: Placement = {}) => tag(Colour.clone(), { ...placement(o), kind: 'colour' }),
  /**
   * An uploaded or https image; empty while none is chosen. `sizeFields` names two number fields
   * of the same object that choosing an image fills with its size in px, where it is known;
   * `tintField` names an optional colour that becomes the one most of the picture has.
   */
  image: (o: { sizeFields?: { width: string; height: string }; tintField?: string } & Placement = {}) =>
    tag(ImageUrl.clone(), {
      ...placement(o),
      kind: 'image',
      sizeFields: o.sizeFields,
      ...(o.tintField && { tintField: o.tintField }),
    }),
  /** Where a tap leads; empty leads nowhere. Scripts and look-alike schemes are refused. */
  link: (o: Placement = {}) => tag(Link.clone(), { ...placement(o), kind: 'link' }),
  /** What a tap on the part of the block that it stands in does; in an item of a list only. */
  actions: (o: Placement = {}) => tag(ActionCalls.clone(), { ...placement(o), kind: 'actions' }),
  /** A block of the same page, as `#<blockId>`; empty while none is chosen. */
  anchor: (o: Placement = {}) =>
    tag(Link.refine(isAnchor, { error: 'not_an_anchor' }), {
      ...placement(o),
      kind: 'link',
      anchorOnly: true,
    }),
  /** Paragraphs, headings and lists with their formatting: a document of ours, never HTML. */
  richText: (o: Placement = {}) => tag(RichText.clone(), { ...placement(o), kind: 'richText' }),
  /**
   * Up to `max` rectangles drawn on the picture that `picture` names beside it, each with a link
   * and a spoken label.
   */
  regions: (o: { max: number; picture: { src: string; width: string; height: string } } & Placement) =>
    tag(z.array(Region).max(o.max), {
      ...placement(o),
      kind: 'regions',
      max: o.max,
      picture: o.picture,
    }),
  /** One of a few words; option labels come from messages (`options.<name>.<value>`). */
  select: <const T extends readonly [string, ...string[]]>(options: T, o: Placement = {}) =>
    tag(z.enum(options), { ...placement(o), kind: 'select', options }),
  switch: (o: Placement = {}) => tag(z.boolean(), { ...placement(o), kind: 'switch' }),
  /** `min`–`max` objects, each made of fields. */
  list: <S extends z.ZodObject>(item: S, o: { min?: number; max: number } & Placement) =>
    tag(
      z
        .array(item)
        .min(o.min ?? 0)
        .max(o.max),
      {
        ...placement(o),
        kind: 'list',
        min: o.min ?? 0,
        max: o.max,
      },
    ),
  /**
   * 1–`max` cells, each made of fields, among them `x`, `y`, `w` and `h`: parts per ten thousand of
   * a rectangle whose size in px the fields named by `size` hold. No cell lies on another.
   */
  puzzle: <S extends z.ZodObject>(
    cell: S,
    o: { max: number; size: { width: string; height: string } } & Placement,
  ) =>
    tag(
      z
        .array(cell)
        .min(1)
        .max(o.max)
        .refine((cells) => isArranged(cells as unknown as Parts[]), { error: 'cells_overlap' }),
      { ...placement(o), kind: 'list', min: 1, max: o.max, puzzle: o.size },
    ),
  /**
   * A reward's id, picked from the reward library. For tool configurations. `isRequired` says of an
   * optional one that the tool's `check` refuses it empty, so that the form says so beforehand.
   */
  reward: ({ isRequired, ...o }: { isRequired?: true } & Placement = {}) =>
    tag(Id.clone(), { ...placement(o), kind: 'reward', ...(isRequired && { isRequired }) }),
  /** Ids of products, picked from the product list, in the order they are shown. */
  products: (o: { max: number } & Placement) =>
    tag(z.array(Id).max(o.max), { ...placement(o), kind: 'products', max: o.max }),
  /** A group of the product list; empty for none. */
  productGroup: (o: Placement = {}) => tag(plainText(40), { ...placement(o), kind: 'productGroup' }),
  /** An instant in UTC, edited in the shop's time zone. */
  instant: (o: Placement = {}) => tag(Instant.clone(), { ...placement(o), kind: 'instant' }),
} as const

function placement(o: Placement): Placement {
  return { group: o.group, visibleIf: o.visibleIf }
}

function isAnchor(link: string): boolean {
  return link === '' || link.startsWith('#')
}
