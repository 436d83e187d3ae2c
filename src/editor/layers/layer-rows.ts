import type { Block, BlockId, PageDefinition } from '@/schemas/page'
import { ancestorsOf, childrenOf, walkPage } from '@/src/document'

export interface LayerRowData {
  id: BlockId
  depth: number
  /** The slot whose first block this is: a slot is named where it begins. */
  slot: string | null
  hasChildren: boolean
  /** Which of how many siblings it is, from 1: only some rows are drawn, so readers must be told. */
  position: number
  count: number
}

/** The rows of the layers, in document order, without what lies in folded blocks. */
export function layerRows(page: PageDefinition, folded: ReadonlySet<BlockId>): LayerRowData[] {
  const rows: LayerRowData[] = []
  const inside = new Set<BlockId>()
  for (const { block, parent, slot, depth, index } of walkPage(page)) {
    if (parent !== null && (inside.has(parent) || folded.has(parent))) {
      inside.add(block.id)
      continue
    }
    const hasChildren = Object.values(block.slots ?? {}).some((children) => children.length > 0)
    rows.push({
      id: block.id,
      depth,
      slot: index === 0 ? slot : null,
      hasChildren,
      position: index + 1,
      count: childrenOf(page, { parent, slot }).length,
    })
  }
  return rows
}

/** Only the rows that are looked for, and those of what holds them, so that it is seen where they are. */
export function foundRows(page: PageDefinition, isWanted: (block: Block) => boolean): LayerRowData[] {
  const kept = new Set<BlockId>()
  for (const { block } of walkPage(page)) {
    if (!isWanted(block)) continue
    kept.add(block.id)
    for (const holder of ancestorsOf(page, block.id)) kept.add(holder)
  }
  return layerRows(page, new Set()).filter(({ id }) => kept.has(id))
}
