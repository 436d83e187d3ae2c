'use client'

import { type FocusEvent, type KeyboardEvent, useState } from 'react'

const STEPS: Readonly<Record<string, 1 | -1 | 'first' | 'last'>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  Home: 'first',
  End: 'last',
}

/**
 * A list that is one stop of the tab key: arrows, Home and End go through what is marked
 * `data-rove`, whose value is its key. Answers the key that the tab key comes to, and what the
 * element around the list listens with.
 */
export function useRoving(keys: readonly string[]) {
  const [last, setLast] = useState<string>()
  const entry = last !== undefined && keys.includes(last) ? last : keys[0]

  function onFocus({ target }: FocusEvent<HTMLElement>) {
    if (target.dataset.rove !== undefined) setLast(target.dataset.rove)
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = STEPS[event.key]
    const { target, currentTarget } = event
    // A menu that was opened in the list has arrows of its own.
    if (step === undefined || !(target instanceof HTMLElement) || !target.matches('[data-rove]')) return
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const stops = [...currentTarget.querySelectorAll<HTMLElement>('[data-rove]')]
    const next =
      typeof step === 'number' ? stops[stops.indexOf(target) + step] : stops.at(step === 'first' ? 0 : -1)
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }

  return { entry, listeners: { onFocus, onKeyDown } }
}
