'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { isComposing } from './command-of'
import { focusHome, isFocusLost } from './focus-home'

interface OverlayProps {
  label: string
  onClose: () => void
  children: ReactNode
}

/**
 * A dialog that is there at once, for what is typed into and done in a second. It holds one
 * field, which keeps the focus; when it closes, the focus goes back to where it was.
 */
export function Overlay({ label, onClose, children }: OverlayProps) {
  // Asked before the field has taken the focus.
  const [before] = useState(() => document.activeElement)

  useEffect(() => {
    // Whatever was chosen may have asked for the focus itself: then it is left there.
    return () => {
      setTimeout(() => {
        if (!isFocusLost()) return
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
        if (isFocusLost()) focusHome('canvas')
      })
    }
  }, [before])

  return createPortal(
    // A click beside the dialog closes it; Esc does for the keyboard.
    <div
      className="fixed inset-0 z-[1100] flex justify-center bg-[#1b2422]/25 px-4 pt-[12vh]"
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div
        role="dialog"
        aria-modal="true"
        aria-label={label}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return
          // There is one field: tab has nowhere else to go.
          if (event.key === 'Tab') event.preventDefault()
          if (event.key !== 'Escape') return
          event.preventDefault()
          onClose()
        }}
        className="h-fit w-[600px] max-w-full overflow-hidden rounded-xl bg-white shadow-[0_0_0_1px_rgb(27_36_34/0.08),0_24px_64px_-16px_rgb(27_36_34/0.4)]"
      >
        {children}
      </div>
    </div>,
    document.body,
  )
}
