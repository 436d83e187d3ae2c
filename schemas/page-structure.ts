interface StructuredBlock {
  id: string
  slots?: Record<string, string[]> | undefined
}

interface StructuredPage {
  root: string[]
  blocks: Record<string, StructuredBlock>
}

export interface StructureProblem {
  code: 'too_many_blocks' | 'id_mismatch' | 'missing_block' | 'placed_twice' | 'orphan_block' | 'cycle'
  path: string[]
}

/**
 * What is wrong with how a page's blocks hold each other; empty when every block is placed
 * exactly once, below the root. Linear in the number of references, and iterative: a hostile
 * document cannot exhaust the stack. A cycle is never reachable from the root, because its
 * members would have to be placed twice, so unreached blocks are orphans or cycles.
 */
export function structureProblems(page: StructuredPage, maxBlocks: number): StructureProblem[] {
  const ids = Object.keys(page.blocks)
  if (ids.length > maxBlocks) return [{ code: 'too_many_blocks', path: ['blocks'] }]

  const problems: StructureProblem[] = []
  const parentOf = new Map<string, string>()
  const place = (id: string, parent: string, path: string[]) => {
    if (!Object.hasOwn(page.blocks, id)) problems.push({ code: 'missing_block', path })
    else if (parentOf.has(id)) problems.push({ code: 'placed_twice', path })
    else parentOf.set(id, parent)
  }

  page.root.forEach((id, index) => {
    place(id, '', ['root', String(index)])
  })
  for (const id of ids) {
    const block = page.blocks[id]
    if (!block) continue
    if (block.id !== id) problems.push({ code: 'id_mismatch', path: ['blocks', id, 'id'] })
    for (const [slot, children] of Object.entries(block.slots ?? {})) {
      children.forEach((child, index) => {
        place(child, id, ['blocks', id, 'slots', slot, String(index)])
      })
    }
  }

  const settled = new Set<string>([''])
  for (const id of ids) {
    const trail: string[] = []
    let at: string | undefined = id
    while (at !== undefined && !settled.has(at) && !trail.includes(at)) {
      trail.push(at)
      at = parentOf.get(at)
    }
    if (at !== undefined && settled.has(at)) for (const seen of trail) settled.add(seen)
    else {
      problems.push({ code: at === undefined ? 'orphan_block' : 'cycle', path: ['blocks', id] })
    }
  }
  return problems
}
