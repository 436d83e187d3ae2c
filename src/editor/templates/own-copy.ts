import type { BlockId, PageDefinition } from '@/schemas/page'
import { type Fragment, withNewIds } from '@/src/document'

/**
 * The blocks of a template as this page's own: under new ids, links among them leading to the
 * copies, and without the tools of a preview, which nowhere exist.
 */
export function ownCopy(
  { root, blocks }: Pick<PageDefinition, 'root' | 'blocks'>,
  newId: () => BlockId,
): Fragment {
  const ids = Object.keys(blocks).map((id) => [id, newId()] as const)
  const given = ids.map(([, id]) => id)
  const fragment = withNewIds({ roots: root, blocks }, () => given.shift() ?? newId())
  const leads = new Map(ids.map(([from, to]) => [`#${from}`, `#${to}`]))
  return {
    roots: fragment.roots,
    blocks: Object.fromEntries(
      Object.entries(fragment.blocks).map(([id, { tool: _tool, ...block }]) => [
        id,
        { ...block, props: led(block.props, leads) },
      ]),
    ),
  }
}

/** The value with each text that is a link to a block leading to its copy. */
function led<T>(value: T, leads: ReadonlyMap<string, string>): T {
  if (typeof value === 'string') return (leads.get(value) ?? value) as T
  if (Array.isArray(value)) return value.map((each) => led(each, leads)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, led(each, leads)])) as T
}
