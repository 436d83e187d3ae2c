'use client'

import { useEffect, useRef } from 'react'
import type { Place } from '@/src/document'
import { type Following, followPointer } from '../drag/follow-pointer'
import { useEditorStore } from '../store/context'

const DRAGGED = { types: ['image'], ids: [] }

/**
 * Files that are dragged in from the desktop show where they would go, like anything else that is
 * dragged. Those dropped beside the canvas are let fall: the browser would open them instead of
 * the editor.
 */
export function useFileDrag(onDrop: (files: readonly File[], at: Place) => void): void {
  const store = useEditorStore()
  const latest = useRef(onDrop)
  useEffect(() => {
    latest.current = onDrop
  })

  useEffect(() => {
    let following: Following | undefined
    const end = () => {
      if (!following) return
      following.end()
      following = undefined
      store.setState({ drag: undefined })
    }
    const onDragOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      // A field for pictures has taken it.
      if (event.defaultPrevented) return end()
      event.preventDefault()
      const isHere = store.canvas.current?.toCanvas(event.clientX, event.clientY) != null
      if (event.dataTransfer) event.dataTransfer.dropEffect = isHere ? 'copy' : 'none'
      if (!following) {
        if (store.getState().drag) return
        const source = { types: DRAGGED.types, drop: () => undefined }
        store.setState({ drag: { dragged: DRAGGED, source, target: null }, hoveredId: null })
        following = followPointer(store, DRAGGED)
      }
      following.moveTo(event)
    }
    const onDragLeave = (event: DragEvent) => {
      // Out of the window, or ended by Esc.
      if (event.relatedTarget === null) end()
    }
    const onFilesDropped = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      const isTaken = event.defaultPrevented
      event.preventDefault()
      following?.moveTo(event)
      following?.settle()
      const target = store.getState().drag?.target
      end()
      if (!isTaken && target) latest.current([...(event.dataTransfer?.files ?? [])], target.place)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onDragLeave)
    window.addEventListener('drop', onFilesDropped)
    return () => {
      end()
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onDragLeave)
      window.removeEventListener('drop', onFilesDropped)
    }
  }, [store])
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}
