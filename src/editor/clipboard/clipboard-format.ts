import { z } from 'zod'
import { Block, BlockId, MAX_BLOCKS, MAX_PAGE_BYTES } from '@/schemas/page'
import { type Definitions, definitionOf, type Fragment, isTooDeep, migrateBlock } from '@/src/document'

/** What copied blocks are marked with, so that no other program's text is taken for them. */
const MARK = 'ziggurat'
const VERSION = 1

/** Blocks on the clipboard. A later version is another number, never another shape under this one. */
const CopiedBlocks = z.strictObject({
  [MARK]: z.literal('blocks'),
  version: z.literal(VERSION),
  roots: z.array(BlockId).min(1).max(MAX_BLOCKS),
  blocks: z.record(BlockId, Block),
})

/** What marks a text as ours, whatever became of the rest of it. */
const Marked = z.object({ [MARK]: z.unknown(), version: z.unknown() })

export type ClipboardRefusal = 'too_large' | 'newer_format' | 'broken'

type ClipboardContent =
  | { kind: 'blocks'; fragment: Fragment }
  | { kind: 'text'; text: string }
  | { kind: 'nothing' }
  | { kind: 'refused'; why: ClipboardRefusal }

/** Blocks as text that any page of this product can take. */
export function writeBlocks({ roots, blocks }: Fragment): string {
  return JSON.stringify({ [MARK]: 'blocks', version: VERSION, roots, blocks })
}

/**
 * What a text from the clipboard is. Nothing about it is taken for granted: it may come from
 * another program, another version of this one, or somebody who wishes us ill. Blocks of older
 * widget versions are brought up to date, those of unknown widgets kept as they are. Never throws.
 */
export function readClipboard(text: string, definitions: Definitions): ClipboardContent {
  if (text.trim() === '') return { kind: 'nothing' }
  // Characters first: no text is shorter in bytes, and counting bytes costs a copy.
  if (text.length > MAX_PAGE_BYTES) return { kind: 'refused', why: 'too_large' }
  if (!isMarked(text)) return { kind: 'text', text }
  const value = parsed(text)
  const marked = Marked.safeParse(value)
  if (!marked.success || isTooDeep(value)) return { kind: 'refused', why: 'broken' }
  const { version } = marked.data
  if (typeof version === 'number' && version > VERSION) return { kind: 'refused', why: 'newer_format' }
  const copied = CopiedBlocks.safeParse(value)
  if (!copied.success) return { kind: 'refused', why: 'broken' }
  const { roots, blocks } = copied.data
  return { kind: 'blocks', fragment: { roots, blocks: upToDate(blocks, definitions) } }
}

/** Also when only the beginning has arrived: half of ours is broken, not somebody's prose. */
function isMarked(text: string): boolean {
  return new RegExp(`^\\s*\\{\\s*"${MARK}"\\s*:`).test(text)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function upToDate(blocks: Record<BlockId, Block>, definitions: Definitions): Record<BlockId, Block> {
  return Object.fromEntries(
    Object.entries(blocks).map(([id, block]) => [
      id,
      migrateBlock(block, definitionOf(definitions, block.type)).block,
    ]),
  )
}
