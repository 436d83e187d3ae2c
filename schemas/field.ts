/*
 * How the values of a widget's props or of a tool's configuration are edited, as plain data: what
 * the widget kit says beside its schemas, and what the console's forms are generated from.
 */

/** How one value is edited. The schema beside it says what is allowed. */
export type FieldMeta =
  | { kind: 'text'; max: number; multiline: boolean }
  /** `decimals`: the whole number is edited as one with so many, 12345 as 1.2345 with four. */
  | { kind: 'number'; unit?: string; min: number; max: number; step: number; decimals?: number }
  | { kind: 'money'; min: number; max: number }
  | { kind: 'colour' }
  /** `sizeFields`, `tintField`: the properties beside it that follow from the picture. */
  | { kind: 'image'; sizeFields?: { width: string; height: string }; tintField?: string }
  | { kind: 'link'; anchorOnly?: boolean }
  | { kind: 'richText' }
  | {
      kind: 'regions'
      max: number
      /** The properties beside it: the picture they are drawn on, and its size in px. */
      picture: { src: string; width: string; height: string }
    }
  | { kind: 'select'; options: readonly string[] }
  | { kind: 'switch' }
  /** `puzzle`: its items have x, y, w and h, and are arranged by eye in a rectangle of this size. */
  | { kind: 'list'; min: number; max: number; puzzle?: { width: string; height: string } }
  /** `isRequired`: the schema lets it be empty while it is being written, the tool's own check does not. */
  | { kind: 'reward'; isRequired?: true }
  | { kind: 'products'; max: number }
  | { kind: 'productGroup' }
  | { kind: 'instant' }
  /** What a tap on one of the block's parts does; the part is the list's item it stands in. */
  | { kind: 'actions' }

export interface FieldPlacement {
  /** Fields of one group stand together; the group's name is in the widget's messages. */
  group?: string
  /** Shown only while another field of the same object has one of these values. */
  visibleIf?: { field: string; in: readonly (string | number | boolean)[] }
}

export type Field = FieldMeta & FieldPlacement

export interface FieldDescription {
  name: string
  optional: boolean
  field: Field
  /** A list's item: the fields of each of its objects. */
  items?: FieldDescription[]
}
