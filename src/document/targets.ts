import { mapTests } from '../../schemas/condition-fields'
import type { Block, BlockId } from '../../schemas/page'

/** The block with every other block that its actions and its condition name called anew. */
export function withTargets(block: Block, renamed: (id: BlockId) => BlockId): Block {
  if (!block.on && !block.visibleWhen) return block
  const next: Block = { ...block }
  if (block.on) {
    next.on = Object.fromEntries(
      Object.entries(block.on).map(([event, calls]) => [
        event,
        calls.map((call) =>
          'block' in call && call.block !== undefined ? { ...call, block: renamed(call.block) } : call,
        ),
      ]),
    )
  }
  if (block.visibleWhen) {
    next.visibleWhen = mapTests(block.visibleWhen, (test) =>
      test.block === undefined ? test : { ...test, block: renamed(test.block) },
    )
  }
  return next
}
