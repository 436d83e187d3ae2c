'use client'

import { useEffect } from 'react'
import type { BlockId } from '@/schemas/page'
import { parentsOf, walkPage } from '@/src/document'
import { duplicateBlocks, removeBlocks, shiftBlock, shiftBlockSideways } from '../store/commands'
import { useEditorStore } from '../store/context'
import type { ChangeResult, EditorStore } from '../store/editor-store'
import { revealBlock } from '../store/reveal-block'
import { useSayResult } from '../use-say-result'
import { commandOf, type EditorCommand } from './command-of'
import { focusPlace } from './focus-place'

const OPEN_POPUPS = ['popover', 'select-dropdown', 'picker-dropdown', 'dropdown']
  .map((name) => `.ant-${name}:not(.ant-${name}-hidden)`)
  .join(',')

/** The editor's keys, wherever the focus is, as far as nobody else has a claim on them. */
export function useShortcuts(save: () => void): void {
  const store = useEditorStore()
  const say = useSayResult()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const command = commandOf(event, focusPlace(event.target))
      if (!command) return
      const { mode, drag } = store.getState()
      // Esc ends a drag by itself; anything else waits until it has ended.
      if (drag || (mode === 'preview' && command !== 'save')) return
      // Esc closes what lies over the editor first, wherever the focus is.
      if (command === 'selectParent' && document.querySelector(OPEN_POPUPS)) return
      event.preventDefault()
      if (command === 'save') save()
      else say(perform(store, command))
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [store, save, say])
}

function perform(store: EditorStore, command: Exclude<EditorCommand, 'save'>): ChangeResult | undefined {
  const { selectedId: id, page } = store.getState()
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
  }
  if (id === null) return undefined
  switch (command) {
    case 'selectParent':
      store.select(parentsOf(page).get(id)?.parent ?? null)
      return undefined
    case 'remove':
      return removeBlocks(store, store.getState().selectedIds)
    case 'duplicate':
      return followed(store, duplicateBlocks(store, store.getState().selectedIds))
    case 'moveUp':
    case 'moveDown':
      return followed(store, shiftBlock(store, id, command === 'moveDown' ? 1 : -1))
    case 'moveLeft':
    case 'moveRight':
      return followed(store, shiftBlockSideways(store, id, command === 'moveRight' ? 1 : -1))
  }
}

/** Keeps what was moved in sight. */
function followed(store: EditorStore, result: ChangeResult | undefined): ChangeResult | undefined {
  const { selectedId } = store.getState()
  if (result?.ok && selectedId !== null) revealBlock(store, selectedId)
  return result
}

function selectNeighbour(store: EditorStore, by: 1 | -1): void {
  const { page, selectedId } = store.getState()
  const ids: BlockId[] = [...walkPage(page)].map(({ block }) => block.id)
  const at = selectedId === null ? -1 : ids.indexOf(selectedId)
  const next = at < 0 ? (by > 0 ? ids[0] : ids.at(-1)) : ids[at + by]
  if (next === undefined) return
  store.select(next)
  revealBlock(store, next)
}
