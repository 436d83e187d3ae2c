import type { PageDefinition } from '../../schemas/page'
import type { PageDiff } from './diff'

/**
 * True when the page is already as the diff would make it: dropping a block where it stood, or
 * typing a letter and taking it away again, is nothing to undo.
 */
export function isNoChange(page: PageDefinition, diff: PageDiff): boolean {
  const head = Object.entries(diff.page ?? {})
  const blocks = Object.entries(diff.blocks ?? {})
  return (
    head.every(([key, value]) => isEqual(page[key as keyof PageDefinition], value)) &&
    blocks.every(([id, block]) => isEqual(Object.hasOwn(page.blocks, id) ? page.blocks[id] : null, block))
  )
}

/** Equality of JSON values, whatever the order of their keys; undefined members count as absent. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index]))
  }
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => isEqual(a[key], b[key]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
