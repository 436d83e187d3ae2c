/**
 * The one JSON text of a value: keys sorted, no white space, properties that are undefined left
 * out. Equal documents give equal text whatever order they were built in, so its hash names the
 * content. The value must be JSON: checked by a schema before.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const record = value as Record<string, unknown>
    const members = Object.keys(record)
      .filter((key) => record[key] !== undefined)
      // Plain code unit order: a locale's order would differ from machine to machine.
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value)
}
