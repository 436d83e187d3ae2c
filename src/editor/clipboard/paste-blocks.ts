import type { BlockId } from '@/schemas/page'
import { MAX_RICH_BLOCKS, MAX_RICH_CHARACTERS, type RichText } from '@/schemas/rich-text'
import { hasControlCharacters } from '@/schemas/safe-values'
import {
  definitionOf,
  type Fragment,
  fragmentOf,
  newBlock,
  type Place,
  topmostOf,
  withNewIds,
} from '@/src/document'
import { IMAGE, sizeOf } from '../assets/insert-image'
import type { ChangeResult } from '../store/change'
import { placeAfterSelection, stepPlace } from '../store/commands'
import type { EditorStore } from '../store/editor-store'
import { writeBlocks } from './clipboard-format'

/** Characters of one run of a rich text. */
const MAX_RUN_CHARACTERS = 5_000

/** The selected blocks and all they hold, as text for the clipboard; undefined when none is selected. */
export function copySelected(store: EditorStore): { text: string; ids: readonly BlockId[] } | undefined {
  const { page, selectedIds } = store.getState()
  const ids = topmostOf(page, selectedIds)
  return ids.length > 0 ? { text: writeBlocks(fragmentOf(page, ids)), ids } : undefined
}

/** Puts copied blocks `at` a place, or after the selection, under new ids, as one step; they are selected then. */
export function pasteBlocks(store: EditorStore, copied: Fragment, place?: Place): ChangeResult {
  const { page } = store.getState()
  const fragment = withNewIds(copied, store.newId)
  const roots = fragment.roots.flatMap((id) => fragment.blocks[id] ?? [])
  const [first] = roots
  const at = place ?? placeAfterSelection(store, ...new Set(roots.map(({ type }) => type)))
  return store.change({
    operation: { kind: 'insert', fragment, at },
    name: {
      verb: 'paste',
      block: { type: first?.type ?? '', name: first?.name },
      count: roots.length,
      into: stepPlace(page, at),
    },
    select: fragment.roots,
  })
}

/** Makes a text block of somebody's words. Undefined when this build has no widget for them. */
export function pasteText(store: EditorStore, text: string): ChangeResult | undefined {
  return pasteNew(store, 'rich-text', { text: richTextOf(text) })
}

/** Makes an image block of an uploaded picture, there. Undefined when this build has no widget for it. */
export function pasteImage(
  store: EditorStore,
  image: { url: string; width?: number; height?: number },
  at: Place,
): ChangeResult | undefined {
  const size = sizeOf({ width: image.width ?? 0, height: image.height ?? 0 })
  return pasteNew(store, IMAGE, { src: image.url, ...size }, at)
}

function pasteNew(
  store: EditorStore,
  type: string,
  props: Readonly<Record<string, unknown>>,
  at?: Place,
): ChangeResult | undefined {
  const definition = definitionOf(store.definitions, type)
  if (!definition) return undefined
  const id = store.newId()
  const fragment = newBlock(definition, id)
  const block = fragment.blocks[id]
  if (block) block.props = { ...block.props, ...props } as typeof block.props
  return pasteBlocks(store, fragment, at)
}

/** Words as they come from anywhere: a paragraph a line, without what no text may hold. */
function richTextOf(text: string): RichText {
  const lines = text.slice(0, MAX_RICH_CHARACTERS).split(/\r\n|[\n\r\u2028\u2029]/)
  return lines
    .map((line) =>
      [...line]
        .filter((character) => !hasControlCharacters(character))
        .join('')
        .trimEnd(),
    )
    .filter((line) => line !== '')
    .slice(0, MAX_RICH_BLOCKS)
    .map((line) => ({ kind: 'paragraph', runs: runsOf(line) }))
}

function runsOf(line: string): { text: string }[] {
  const runs: { text: string }[] = []
  for (let at = 0; at < line.length; at += MAX_RUN_CHARACTERS) {
    runs.push({ text: line.slice(at, at + MAX_RUN_CHARACTERS) })
  }
  return runs
}
