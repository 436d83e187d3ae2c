'use client'

import { useEffect } from 'react'
import { useEditorStore } from '../store/context'
import { type FocusRoom, focusHome, isFocusLost, roomOf } from './focus-home'

/**
 * Nobody who works by keyboard is left nowhere: when what had the focus is gone (its block was
 * deleted, a change taken back, a dialog closed), the focus goes to the layers or the canvas,
 * whichever was used last.
 */
export function useFocusKeeper(): void {
  const store = useEditorStore()
  useEffect(() => {
    let room: FocusRoom = 'canvas'
    let last: Element | null = null
    let frame = 0
    const onFocusIn = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null
      room = roomOf(target) ?? room
    }
    const check = () => {
      if (isFocusLost() && last && !isThere(last)) focusHome(room)
    }
    const checkSoon = () => {
      cancelAnimationFrame(frame)
      // Two frames on: what changed has been drawn by then, and what asked for the focus has it.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(check)
      })
    }
    document.addEventListener('focusin', onFocusIn)
    document.addEventListener('focusout', checkSoon)
    // Whatever was missed is put right before the first key that would go nowhere.
    document.addEventListener('keydown', check, { capture: true })
    const stop = store.subscribe((now, before) => {
      if (now.page !== before.page || now.selectedIds !== before.selectedIds || now.mode !== before.mode)
        checkSoon()
    })
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('focusin', onFocusIn)
      document.removeEventListener('focusout', checkSoon)
      document.removeEventListener('keydown', check, { capture: true })
      stop()
    }
  }, [store])
}

/** Still part of the document, and drawn. */
function isThere(element: Element): boolean {
  return element.isConnected && element.getClientRects().length > 0
}
