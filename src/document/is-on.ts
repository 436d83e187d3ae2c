import type { Block, BlockId, PageDefinition } from '../../schemas/page'
import { blockOf } from './definitions'
import { parentsOf } from './parents'

/** Whether the block by itself is on at that instant (ms since the epoch). */
export function isOn({ hidden, schedule }: Block, at: number): boolean {
  if (hidden) return false
  if (schedule?.from && at < Date.parse(schedule.from)) return false
  return !(schedule?.until && at >= Date.parse(schedule.until))
}

/** Whether members see the block at that instant: it is on, and so is all that holds it. */
export function isShown(page: PageDefinition, id: BlockId, at: number): boolean {
  const parents = parentsOf(page)
  for (let next: BlockId | null | undefined = id; next; next = parents.get(next)?.parent) {
    const block = blockOf(page, next)
    if (!block || !isOn(block, at)) return false
  }
  return true
}
