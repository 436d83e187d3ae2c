import type { Block, BlockId, PageDefinition } from '../../schemas/page'
import { blockOf } from './definitions'
import { isEqual } from './is-no-change'
import { movedIn } from './merge/order'
import { own } from './merge/values'
import { type Parent, parentsOf } from './parents'
import { childrenOf } from './placement'
import { walkPage } from './walk'

/** One way in which a page differs from what it was, in terms of what somebody did. */
export type Difference =
  /** With all that came in it; `count` includes the block itself. */
  | { kind: 'added'; id: BlockId; to: Parent; count: number }
  | { kind: 'removed'; id: BlockId; from: Parent; count: number }
  | { kind: 'moved'; id: BlockId; from: Parent; to: Parent }
  /** Up or down in the list it was in. */
  | { kind: 'reordered'; id: BlockId; in: Parent }
  /** Of a block, or of the page itself when `id` is null; `path` leads to it. Undefined is absent. */
  | {
      kind: 'changed'
      id: BlockId | null
      path: [string] | [string, string]
      before: unknown
      after: unknown
    }
  /** Other slots are written down, though nothing stands in them. */
  | { kind: 'slots'; id: BlockId }

/** Keys whose members are compared one by one; everything else is one value. */
const DIVIDED = new Set(['props', 'style', 'share', 'settings'])

/**
 * What became of a page, block by block in the order of the page: first the page itself, then
 * what is there now, then what is gone. Empty exactly when the two are equal.
 */
export function comparePages(before: PageDefinition, after: PageDefinition): Difference[] {
  const { root: _, blocks: __, ...was } = before
  const { root: ___, blocks: ____, ...is } = after
  const reordered = findReordered(before, after)
  const differences: Difference[] = compareMembers(null, was, is)
  for (const { block, parent, slot } of walkPage(after)) {
    const at = { parent, slot }
    const old = blockOf(before, block.id)
    const from = parentsOf(before).get(block.id)
    if (!old || !from) {
      // What came inside of something is told with that.
      if (parent === null || blockOf(before, parent)) differences.push(addition(before, after, block.id, at))
      continue
    }
    if (!isEqual(from, at)) differences.push({ kind: 'moved', id: block.id, from, to: at })
    else if (reordered.has(block.id)) differences.push({ kind: 'reordered', id: block.id, in: at })
    differences.push(...compareBlocks(old, block))
  }
  for (const { block, parent, slot } of walkPage(before)) {
    const isTold = parent !== null && !blockOf(after, parent)
    if (blockOf(after, block.id) || isTold) continue
    const count = countNew(after, before, block.id)
    differences.push({ kind: 'removed', id: block.id, from: { parent, slot }, count })
  }
  return differences
}

function addition(before: PageDefinition, after: PageDefinition, id: BlockId, to: Parent): Difference {
  return { kind: 'added', id, to, count: countNew(before, after, id) }
}

/** How many blocks came along with one the other page does not have, itself included. */
function countNew(other: PageDefinition, page: PageDefinition, id: BlockId): number {
  const block = blockOf(page, id)
  if (!block || blockOf(other, id)) return 0
  const children = Object.values(block.slots ?? {}).flat()
  return children.reduce((count, child) => count + countNew(other, page, child), 1)
}

function compareBlocks(before: Block, after: Block): Difference[] {
  const { slots: was, ...old } = before
  const { slots: is, ...own } = after
  const differences = compareMembers(after.id, old, own)
  const isRewritten = !isEqual(was && Object.keys(was).sort(), is && Object.keys(is).sort())
  if (isRewritten) differences.push({ kind: 'slots', id: after.id })
  return differences
}

type Members = Readonly<Record<string, unknown>>

function compareMembers(id: BlockId | null, before: Members, after: Members): Difference[] {
  const differences: Difference[] = []
  const tell = (path: [string] | [string, string], was: unknown, is: unknown) =>
    differences.push({ kind: 'changed', id, path, before: was, after: is })
  for (const key of keysOf(before, after)) {
    const [was, is] = [own(before, key), own(after, key)]
    if (isEqual(was, is)) continue
    const members = DIVIDED.has(key) ? differingMembers(was, is) : []
    for (const member of members) tell([key, member], own(was as Members, member), own(is as Members, member))
    if (members.length === 0) tell([key], was, is)
  }
  return differences
}

function differingMembers(before: unknown, after: unknown): string[] {
  const [was, is] = [before ?? {}, after ?? {}] as [Members, Members]
  return keysOf(was, is).filter((key) => !isEqual(own(was, key), own(is, key)))
}

function keysOf(before: Members, after: Members): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
}

/** The fewest blocks that must have moved within the list they stand in. */
function findReordered(before: PageDefinition, after: PageDefinition): Set<BlockId> {
  const found = new Set<BlockId>()
  const compareLists = (at: Parent) => {
    const had = new Set(childrenOf(before, at))
    const has = new Set(childrenOf(after, at))
    const [was, is] = [[...had].filter((id) => has.has(id)), [...has].filter((id) => had.has(id))]
    for (const id of movedIn(was, is)) found.add(id)
  }
  compareLists({ parent: null, slot: null })
  for (const block of Object.values(after.blocks)) {
    for (const slot of Object.keys(block.slots ?? {})) compareLists({ parent: block.id, slot })
  }
  return found
}
