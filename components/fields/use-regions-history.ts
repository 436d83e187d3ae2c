'use client'

import { useRef, useState } from 'react'
import type { Region } from '@/schemas/region'
import type { FieldChange, FieldPath } from './types'

type Change = Omit<FieldChange, 'patch'>

/** Steps kept while the dialog is open; the page's own history goes further. */
const MAX_STEPS = 100

/**
 * Undo within the dialog, where the editor's own keys rest. Each step back is itself a change of
 * the page, so that nothing is lost when the dialog closes.
 */
export function useRegionsHistory(
  regions: readonly Region[],
  path: FieldPath,
  onChange: (regions: readonly Region[], change: Change) => void,
) {
  const [past, setPast] = useState<readonly (readonly Region[])[]>([])
  const [future, setFuture] = useState<readonly (readonly Region[])[]>([])
  const lastPath = useRef<string>(undefined)

  function change(next: readonly Region[], how: Change) {
    const key = how.isContinuous ? how.path.join('.') : undefined
    // What goes on where the last change was belongs to the same step.
    if (key === undefined || key !== lastPath.current) {
      setPast([...past, regions].slice(-MAX_STEPS))
    }
    lastPath.current = key
    setFuture([])
    onChange(next, how)
  }
  function go(
    from: readonly (readonly Region[])[],
    setFrom: typeof setPast,
    to: readonly (readonly Region[])[],
    setTo: typeof setPast,
  ) {
    const step = from.at(-1)
    if (!step) return
    setFrom(from.slice(0, -1))
    setTo([...to, regions])
    lastPath.current = undefined
    onChange(step, { path, isContinuous: false })
  }

  return {
    change,
    undo: () => go(past, setPast, future, setFuture),
    redo: () => go(future, setFuture, past, setPast),
    canUndo: past.length > 0,
    canRedo: future.length > 0,
  }
}
