'use client'

import { useEditor } from './store/context'
import { useWords } from './words'

/** Tells screen readers what was done, undone or redone. */
export function Announcer() {
  const announced = useEditor((state) => state.announced)
  const { sayAnnouncement } = useWords()
  return (
    <p aria-live="polite" data-testid="announcer" className="sr-only">
      {announced && sayAnnouncement(announced)}
    </p>
  )
}
