'use client'

import { useEffect } from 'react'
import { useEditorStore } from '../store/context'
import type { EditorStore } from '../store/editor-store'
import { commandOf, isComposing } from './command-of'
import { commandSpecs, type EditorCommand } from './editor-commands'
import { focusHome } from './focus-home'
import { focusPlace } from './focus-place'

const OPEN_POPUPS = ['popover', 'select-dropdown', 'picker-dropdown', 'dropdown']
  .map((name) => `.ant-${name}:not(.ant-${name}-hidden)`)
  .join(',')

const inPreview = new Set(commandSpecs.filter((spec) => spec.inPreview).map(({ id }) => id))

/** The editor's keys, wherever the focus is, as far as nobody else has a claim on them. */
export function useShortcuts(run: (command: EditorCommand) => void): void {
  const store = useEditorStore()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const { mode, drag } = store.getState()
      // Esc ends a drag by itself; anything else waits until it has ended.
      if (drag) return
      if (leavesInspector(event)) {
        event.preventDefault()
        focusHome('canvas')
        return
      }
      const command = commandOf(event, focusPlace(event.target))
      if (!command || (mode === 'preview' && !inPreview.has(command))) return
      // Esc closes what lies over the editor first, wherever the focus is.
      if (command === 'selectParent' && document.querySelector(OPEN_POPUPS)) return
      event.preventDefault()
      run(command)
    }
    const onGestureKey = (event: KeyboardEvent) => abandonGesture(store, event)
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('keydown', onGestureKey, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('keydown', onGestureKey, { capture: true })
    }
  }, [store, run])
}

/** Esc in the inspector goes back to the blocks, unless something over the editor is to be closed first. */
function leavesInspector(event: KeyboardEvent): boolean {
  return (
    event.key === 'Escape' &&
    !isComposing(event) &&
    event.target instanceof Element &&
    event.target.closest('aside') !== null &&
    !document.querySelector(OPEN_POPUPS)
  )
}

/** Where a value is found by trying: what Esc means there is "as it was before". */
const GESTURES =
  '.ant-color-picker:not(.ant-popover-hidden),.ant-slider-handle:focus,input[type="range"]:focus'

/** Esc while a colour is picked or a slider pulled takes it back to where it began. */
function abandonGesture(store: EditorStore, event: KeyboardEvent): void {
  if (event.key !== 'Escape' || isComposing(event)) return
  if (!store.getState().history.isOpen || !document.querySelector(GESTURES)) return
  event.preventDefault()
  event.stopPropagation()
  // Whoever still holds the mouse down lets go of the colour, or it would go on changing.
  document.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }))
  store.abandonStep()
}
