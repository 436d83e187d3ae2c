'use client'

import { useSyncExternalStore } from 'react'

const WISH = '(prefers-reduced-motion: reduce)'

/** Whether the reader asks for less motion; false on the server. Follows the setting while it is looked at. */
export function useReducedMotion(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(WISH).matches,
    () => false,
  )
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(WISH)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
