import type { RichBlock } from './rich-text'

export type RichItem = Extract<RichBlock, { kind: 'item' }>

/** A list as it is drawn: its items, and below each the lists that stand within it. */
export interface RichList {
  kind: 'list'
  list: RichItem['list']
  items: { block: RichItem; lists: RichList[] }[]
}

export type RichNode = Exclude<RichBlock, RichItem> | RichList

/**
 * The text with its items gathered into lists. An item whose level has no item above it to stand
 * under stands as deep as it can.
 */
export function richTree(blocks: readonly RichBlock[]): RichNode[] {
  const nodes: RichNode[] = []
  /** The list open at each level, outermost first. */
  let open: RichList[] = []
  for (const block of blocks) {
    if (block.kind !== 'item') {
      nodes.push(block)
      open = []
      continue
    }
    const level = Math.min(block.level, open.length)
    const last = open[level]
    open.length = Math.min(open.length, level + 1)
    const entry = { block, lists: [] }
    if (last?.list === block.list) {
      last.items.push(entry)
      continue
    }
    const list: RichList = { kind: 'list', list: block.list, items: [entry] }
    const siblings = level === 0 ? nodes : open[level - 1]?.items.at(-1)?.lists
    siblings?.push(list)
    open[level] = list
  }
  return nodes
}
