'use client'

import { type RefObject, useEffect } from 'react'
import { targetAtPlace } from '../canvas/find-drop-target'
import { useEditorStore } from '../store/context'
import { findRowTarget } from './find-row-target'
import type { LayerRowData } from './layer-rows'

/** Lets drags find their place in the tree while the pointer is over it. */
export function useLayersPort(scroller: RefObject<HTMLElement | null>, rows: readonly LayerRowData[]): void {
  const store = useEditorStore()
  useEffect(() => {
    const { layers } = store
    const port: NonNullable<typeof layers.current> = {
      targetAt: ({ clientX, clientY }, dragged) => {
        const element = scroller.current
        const rect = element?.getBoundingClientRect()
        if (!element || !rect || clientX < rect.left || clientX >= rect.right) return undefined
        if (clientY < rect.top || clientY >= rect.bottom) return undefined
        const { page, layout } = store.getState()
        const point = { x: clientX - rect.left, y: clientY - rect.top + element.scrollTop }
        const found = findRowTarget({ rows, page, definitions: store.definitions }, point, dragged)
        if (!found) return null
        const { place, ...row } = found
        const width = store.canvas.current?.width() ?? 0
        return { ...targetAtPlace({ layout, width }, page, place, dragged), row }
      },
    }
    layers.current = port
    return () => {
      if (layers.current === port) layers.current = undefined
    }
  }, [store, scroller, rows])
}
