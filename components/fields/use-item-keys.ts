'use client'

import { useRef } from 'react'

/**
 * Keys that follow the items of a list as this form moves them, so that what an item's fields
 * hold (an upload under way, the cursor) goes with it. When the list changes from elsewhere, by
 * undo for instance, keys are added or dropped at its end.
 */
export function useItemKeys(length: number) {
  const state = useRef({ keys: [] as number[], next: 0 })
  const { current } = state
  while (current.keys.length < length) current.keys.push(current.next++)
  current.keys.length = length

  return {
    at: (index: number) => current.keys[index] ?? index,
    /** The key of an item that is about to be added at the end. */
    insert: () => {
      const key = current.next++
      current.keys.push(key)
      return key
    },
    remove: (index: number) => {
      current.keys.splice(index, 1)
    },
    swap: (index: number, other: number) => {
      const [a, b] = [current.keys[index], current.keys[other]]
      if (a === undefined || b === undefined) return
      current.keys[index] = b
      current.keys[other] = a
    },
  }
}
