import type { BlockId, PageDefinition } from '@/schemas/page'
import { blockOf } from '@/src/document'

/** Which blocks are selected, in the order they were. */
export interface SelectionSlice {
  selectedIds: readonly BlockId[]
  /** The one selected last, whose surroundings commands go by; null while none is. */
  selectedId: BlockId | null
  hoveredId: BlockId | null
}

/** What may be asked to be selected. */
export type Selection = BlockId | readonly BlockId[] | null

export const emptySelection: SelectionSlice = { selectedIds: [], selectedId: null, hoveredId: null }

/** The selection as it is kept: without repetitions, and without what the page does not have. */
export function selectionOf(
  page: PageDefinition,
  wanted: Selection,
): Pick<SelectionSlice, 'selectedIds' | 'selectedId'> {
  const ids = wanted === null ? [] : typeof wanted === 'string' ? [wanted] : [...new Set(wanted)]
  const selectedIds = ids.filter((id) => blockOf(page, id))
  return { selectedIds, selectedId: selectedIds.at(-1) ?? null }
}

export function isSameSelection(a: readonly BlockId[], b: readonly BlockId[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
