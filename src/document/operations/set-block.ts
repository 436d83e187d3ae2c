import { Block, type PageDefinition } from '../../../schemas/page'
import type { PageDiff } from '../diff'
import { DocumentError } from '../errors'
import type { BlockPatch, Operation } from '../operation'
import { ancestorsOf } from '../parents'
import { isLocked, requireBlock } from '../placement'
import { problemsOf } from '../validate'

const Patch = Block.pick({
  name: true,
  style: true,
  tool: true,
  hidden: true,
  locked: true,
  schedule: true,
  visibleWhen: true,
  on: true,
}).partial()

/**
 * Changes what a block carries besides its props. A locked block takes nothing but its own
 * unlocking; one inside a locked block takes nothing at all.
 */
export function setBlock(
  page: PageDefinition,
  { id, patch }: Extract<Operation, { kind: 'setBlock' }>,
): PageDiff {
  const block = requireBlock(page, id)
  const isUnlocking = Object.keys(patch).every((key) => key === 'locked')
  const insideLocked = ancestorsOf(page, id).some((at) => page.blocks[at]?.locked)
  if (insideLocked || (isLocked(page, id) && !isUnlocking)) throw new DocumentError('locked')
  const parsed = Patch.safeParse(patch)
  if (!parsed.success) throw new DocumentError('invalid_block', problemsOf(parsed.error.issues, []))

  const next: Block = { ...block }
  for (const key of Object.keys(patch) as (keyof BlockPatch)[]) {
    if (patch[key] === undefined) delete next[key]
    else Object.assign(next, { [key]: patch[key] })
  }
  return { blocks: { [id]: next } }
}
