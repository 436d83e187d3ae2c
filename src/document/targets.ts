import { mapTests } from '../../schemas/condition-fields'
import type { Block, BlockId } from '../../schemas/page'
import { withEachCall } from './held-calls'

/** The block with every other block that its actions and its condition name called anew. */
export function withTargets(block: Block, renamed: (id: BlockId) => BlockId): Block {
  const next = withEachCall(block, (call) =>
    'block' in call && call.block !== undefined ? { ...call, block: renamed(call.block) } : call,
  )
  if (!next.visibleWhen) return next
  const visibleWhen = mapTests(next.visibleWhen, (test) =>
    test.block === undefined ? test : { ...test, block: renamed(test.block) },
  )
  return { ...next, visibleWhen }
}
