import type { Block, BlockId, PageDefinition } from '@/schemas/page'
import { type Definitions, walkPage } from '@/src/document'
import { blockSummary } from '../layers/block-summary'
import { DEVICE_WIDTHS } from '../store/view'
import { commandSpecs, type EditorCommand } from './editor-commands'
import { matchScore } from './match'
import { standingOf } from './places'

/** Something the command palette offers. */
export type PaletteEntry =
  | { kind: 'command'; key: string; command: EditorCommand; label: string }
  | { kind: 'add'; key: string; type: string; label: string }
  | { kind: 'goTo'; key: string; block: Block; label: string; detail: string }
  | { kind: 'width'; key: string; width: number; label: string }

interface PaletteWords {
  command: (command: EditorCommand) => string
  add: (widget: string) => string
  goTo: (block: string) => string
  width: (width: number) => string
  widgetName: (type: string) => string
  widgetText: (type: string) => string
  blockName: (block: Block) => string
  placeName: (page: PageDefinition, id: BlockId) => string
}

interface PaletteState {
  page: PageDefinition
  selectedId: BlockId | null
  definitions: Definitions
  isPreview: boolean
}

/** Shown at most: nobody reads on, they type another letter. */
const MAX_ENTRIES = 40

/**
 * What is found by a search, the best first; by none the recent ones and then everything there
 * is to do. Blocks of the page are offered only once they are searched for.
 */
export function paletteEntries(
  search: string,
  { state, words, recent }: { state: PaletteState; words: PaletteWords; recent: readonly string[] },
): { recent: PaletteEntry[]; others: PaletteEntry[] } {
  const offered = [...commandEntries(state, words), ...addEntries(state, words), ...widthEntries(words)]
  if (search.trim() === '') {
    const byKey = new Map(offered.map((entry) => [entry.entry.key, entry.entry]))
    const last = recent.flatMap((key) => byKey.get(key) ?? [])
    return {
      recent: last,
      others: offered.map(({ entry }) => entry).filter((entry) => !last.includes(entry)),
    }
  }
  const found = [...offered, ...(state.isPreview ? [] : blockEntries(state, words))]
    .map(({ entry, texts }) => ({ entry, score: matchScore(search, texts) }))
    .filter(({ score }) => score > 0)
    // Sorting keeps the order of what fits equally well.
    .sort((a, b) => b.score - a.score)
  return { recent: [], others: found.slice(0, MAX_ENTRIES).map(({ entry }) => entry) }
}

/** An entry and the texts it is found by, what it is called first. */
interface Offered {
  entry: PaletteEntry
  texts: string[]
}

function commandEntries({ selectedId, isPreview }: PaletteState, words: PaletteWords): Offered[] {
  return commandSpecs
    .filter((spec) => !spec.isKeysOnly && spec.id !== 'add')
    .filter((spec) => (!spec.needsSelection || selectedId !== null) && (!isPreview || spec.inPreview))
    .map(({ id }) => {
      const label = words.command(id)
      return { entry: { kind: 'command', key: `command:${id}`, command: id, label }, texts: [label, id] }
    })
}

function addEntries({ definitions, isPreview }: PaletteState, words: PaletteWords): Offered[] {
  if (isPreview) return []
  return Object.keys(definitions).map((type) => {
    const name = words.widgetName(type)
    const label = words.add(name)
    return {
      entry: { kind: 'add', key: `add:${type}`, type, label },
      texts: [name, label, type, words.widgetText(type)],
    }
  })
}

function widthEntries(words: PaletteWords): Offered[] {
  return DEVICE_WIDTHS.map((width) => {
    const label = words.width(width)
    return { entry: { kind: 'width', key: `width:${width}`, width, label }, texts: [String(width), label] }
  })
}

function blockEntries({ page, definitions }: PaletteState, words: PaletteWords): Offered[] {
  return [...walkPage(page)].map(({ block }) => {
    const name = words.blockName(block)
    const label = words.goTo(name)
    const summary = blockSummary(definitions, block)
    const standing = standingOf(page, block.id)
    const detail = [summary, standing && words.placeName(page, block.id)].filter(Boolean).join(' · ')
    return {
      entry: { kind: 'goTo', key: `goTo:${block.id}`, block, label, detail },
      texts: [name, label, summary],
    }
  })
}
