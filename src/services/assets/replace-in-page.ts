import type { PageDefinition } from '@/schemas/page'
import type { Definitions } from '@/src/document'
import { describeFields, type FieldDescription } from '@/widgets/kit/describe-fields'

/** The picture that comes in. Its size is in px, 0 when it has none. */
export interface Replacement {
  url: string
  width: number
  height: number
  tint: string | null
}

/**
 * The page with another picture wherever an upload is shown, whatever size its address tells.
 * Where a block keeps its picture's size or colour beside it, those of the new one stand there
 * afterwards; regions lie in parts of the picture and stay. The very same page when it does not show it.
 */
export function replaceInPage(
  page: PageDefinition,
  definitions: Definitions,
  hash: string,
  by: Replacement,
): PageDefinition {
  const address = addressOf(hash)
  const blocks: PageDefinition['blocks'] = {}
  let isChanged = false
  for (const [id, block] of Object.entries(page.blocks)) {
    const definition = definitions[block.type]
    const fields = definition ? describeFields(definition.props) : []
    const props = inObject(block.props, fields, address, by)
    isChanged ||= props !== block.props
    blocks[id] = props === block.props ? block : { ...block, props: props as typeof block.props }
  }
  const isShared = address.test(page.share.image)
  if (!isChanged && !isShared) return page
  return { ...page, blocks, share: isShared ? { ...page.share, image: by.url } : page.share }
}

/** The same for a document of its own that these fields describe. */
export function replaceInValues(
  values: Values,
  fields: readonly FieldDescription[],
  hash: string,
  by: Replacement,
): Values {
  return inObject(values, fields, addressOf(hash), by)
}

/** Whatever size or extension an upload's address tells. */
const addressOf = (hash: string) =>
  new RegExp(`^/assets/u/${hash}(?:-\\d{1,5}x\\d{1,5})?(?:\\.[a-z]{3,4}|/\\d{1,4})$`)

type Values = Readonly<Record<string, unknown>>

function inObject(
  values: Values,
  fields: readonly FieldDescription[],
  address: RegExp,
  by: Replacement,
): Values {
  const next: Record<string, unknown> = {}
  let isChanged = false
  for (const [name, value] of Object.entries(values)) {
    const described = fields.find((field) => field.name === name)
    next[name] = inValue(value, described?.items ?? [], address, by)
    isChanged ||= next[name] !== value
  }
  if (!isChanged) return values
  for (const { name, field } of fields) {
    if (field.kind !== 'image' || next[name] === values[name]) continue
    const { sizeFields, tintField } = field
    if (sizeFields && by.width > 0)
      Object.assign(next, { [sizeFields.width]: by.width, [sizeFields.height]: by.height })
    if (tintField && by.tint) next[tintField] = by.tint
    else if (tintField) delete next[tintField]
  }
  return next
}

function inValue(
  value: unknown,
  items: readonly FieldDescription[],
  address: RegExp,
  by: Replacement,
): unknown {
  if (typeof value === 'string') return address.test(value) ? by.url : value
  if (Array.isArray(value)) {
    const next = value.map((item) => inValue(item, items, address, by))
    return next.some((item, i) => item !== value[i]) ? next : value
  }
  return value !== null && typeof value === 'object' ? inObject(value as Values, items, address, by) : value
}
