'use client'

import { useMemo } from 'react'
import type { Block, BlockId } from '@/schemas/page'
import { parentsOf } from '@/src/document'
import { matchScore } from '../keyboard/match'
import { useEditor, useEditorStore } from '../store/context'
import { useWords } from '../words'
import { blockSummary } from './block-summary'
import { foundRows, type LayerRowData, layerRows } from './layer-rows'

/** The rows of the tree, or those found by a search. Redraws only when blocks came, went or moved. */
export function useLayerRows(search: string, collapsed: ReadonlySet<BlockId>): LayerRowData[] {
  const store = useEditorStore()
  const { blockName } = useWords()
  const isSearching = search.trim() !== ''
  // The index of parents is another object exactly when blocks came, went or moved. What is looked
  // for may be written meanwhile, so a search looks at the page itself.
  const structure = useEditor((state) => (isSearching ? state.page : parentsOf(state.page)))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is read when its structure has changed.
  return useMemo(() => {
    const { page } = store.getState()
    if (!isSearching) return layerRows(page, collapsed)
    const isWanted = (block: Block) =>
      matchScore(search, [
        blockName(block),
        blockName({ type: block.type }),
        blockSummary(store.definitions, block),
      ]) > 0
    return foundRows(page, isWanted)
  }, [store, structure, collapsed, search, isSearching, blockName])
}
