import type { FieldDescription } from '../describe-fields'

const MARKUP = '<script>x</script>'
const SCRIPT_LINK = 'javascript:alert(1)'

/** The props with markup in every text and a script behind every address. */
export function withHostileValues(
  props: Record<string, unknown>,
  fields: FieldDescription[],
): Record<string, unknown> {
  const hostile = (value: unknown, { field, items }: FieldDescription): unknown => {
    if (field.kind === 'text') return MARKUP
    if (field.kind === 'link' || field.kind === 'image') return SCRIPT_LINK
    if (field.kind === 'richText' && Array.isArray(value)) return value.map(withHostileRuns)
    if (field.kind === 'regions' && Array.isArray(value)) {
      return value.map((region) => ({ ...region, link: SCRIPT_LINK, label: MARKUP }))
    }
    if (Array.isArray(value) && items) return value.map((item) => withHostileValues(item, items))
    return value
  }
  const changed = fields
    .filter(({ name }) => props[name] !== undefined)
    .map((description) => [description.name, hostile(props[description.name], description)])
  return { ...props, ...Object.fromEntries(changed) }
}

/** A rich text's block whose every run is markup, behind a script, in a colour that is more than one. */
function withHostileRuns(block: { runs: object[] }): object {
  const run = { text: MARKUP, link: SCRIPT_LINK, colour: `red;background:url(${SCRIPT_LINK})` }
  return { ...block, runs: block.runs.map((before) => ({ ...before, ...run })) }
}

/** The state with markup in everything somebody worded, which is what holds Chinese. */
export function withHostileWords(value: unknown): unknown {
  if (typeof value === 'string') {
    if (/[\u4e00-\u9fff]/.test(value)) return MARKUP
    return value.startsWith('/') ? SCRIPT_LINK : value
  }
  if (Array.isArray(value)) return value.map(withHostileWords)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withHostileWords(inner)]))
}
