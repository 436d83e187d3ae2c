import { blockOf } from '@/src/document'
import { stepZoom } from '../canvas/step-zoom'
import type { ChangeResult } from '../store/change'
import { duplicateBlocks, removeBlocks, setOnBlocks, shiftBlockSideways } from '../store/commands'
import type { EditorStore } from '../store/editor-store'
import { revealBlock } from '../store/reveal-block'
import {
  extendSelection,
  selectEdge,
  selectNeighbour,
  selectParent,
  selectSiblings,
} from '../store/selecting'
import { shiftBlocks } from '../store/shift-blocks'
import { WRAPPER, wrapBlocks } from '../store/wrap-blocks'
import type { EditorCommand } from './editor-commands'

/** Commands that open a part of the editor or leave it; the rest is done to the page and its selection. */
type OutwardCommand = Extract<
  EditorCommand,
  | 'commands'
  | 'shortcuts'
  | 'history'
  | 'add'
  | 'moveTo'
  | 'save'
  | 'publish'
  | 'edit'
  | 'rename'
  | 'copy'
  | 'cut'
  | 'paste'
  | 'preview'
  | 'pageSettings'
>

/** Does a command to the page. Undefined when there was nothing to do it to. */
export function perform(
  store: EditorStore,
  command: Exclude<EditorCommand, OutwardCommand>,
): ChangeResult | undefined {
  const { selectedId: id, selectedIds: ids } = store.getState()
  switch (command) {
    case 'undo':
      store.undo()
      return undefined
    case 'redo':
      store.redo()
      return undefined
    case 'selectPrevious':
    case 'selectNext':
      selectNeighbour(store, command === 'selectNext' ? 1 : -1)
      return undefined
    case 'selectFirst':
    case 'selectLast':
      selectEdge(store, command === 'selectFirst' ? 'first' : 'last')
      return undefined
    case 'extendUp':
    case 'extendDown':
      extendSelection(store, command === 'extendDown' ? 1 : -1)
      return undefined
    case 'selectSiblings':
      selectSiblings(store)
      return undefined
    case 'selectParent':
      selectParent(store)
      return undefined
    case 'zoomIn':
    case 'zoomOut':
      stepZoom(store, command === 'zoomIn' ? 1 : -1)
      return undefined
    case 'zoomFit':
      store.setState({ zoom: 'fit' })
      return undefined
  }
  if (id === null) return undefined
  switch (command) {
    case 'remove':
      return removeBlocks(store, ids)
    case 'duplicate':
      return followed(store, duplicateBlocks(store, ids))
    case 'wrap':
      return followed(store, wrapBlocks(store, ids, WRAPPER))
    case 'hide':
      return setOnBlocks(store, ids, { hidden: !isOnAll(store, 'hidden') })
    case 'lock':
      return setOnBlocks(store, ids, { locked: !isOnAll(store, 'locked') })
    case 'moveUp':
    case 'moveDown':
      return followed(store, shiftBlocks(store, ids, command === 'moveDown' ? 1 : -1))
    case 'moveLeft':
    case 'moveRight':
      return followed(store, shiftBlockSideways(store, id, command === 'moveRight' ? 1 : -1))
  }
}

/** What is so of all of them is taken away; what is not so of one is set on all. */
function isOnAll(store: EditorStore, mark: 'hidden' | 'locked'): boolean {
  const { page, selectedIds } = store.getState()
  return selectedIds.every((id) => blockOf(page, id)?.[mark] === true)
}

/** Keeps what was moved in sight. */
export function followed(store: EditorStore, result: ChangeResult | undefined): ChangeResult | undefined {
  const { selectedId } = store.getState()
  if (result?.ok && selectedId !== null) revealBlock(store, selectedId)
  return result
}
