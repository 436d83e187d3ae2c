'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { CanvasHandle, CanvasSource, CanvasWindow } from '@/schemas/canvas'
import type { PageDefinition } from '@/schemas/page'
import { pageLook } from '@/schemas/page-look'
import { stillCanvas } from '@/schemas/still-canvas'

/** The phone a page is shown on, CSS px. */
const PHONE_WIDTH = 390

interface PagePreviewProps {
  page: PageDefinition
  /** What the blocks' tools show, by block. */
  states: Readonly<Record<string, unknown>>
  /** How large it is shown, CSS px; the page is as wide as on a phone and made smaller. */
  width: number
  height: number
  /** The frame's name. */
  title: string
  /** Whether it can be scrolled and tried; a picture otherwise. */
  isLive?: boolean
}

/** A page that is not stored anywhere, drawn by the phone's own views. */
export function PagePreview({ page, states, width, height, title, isLive = false }: PagePreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const mounted = useRef<CanvasHandle>(undefined)
  const [isDrawn, setDrawn] = useState(false)
  const source = useMemo(() => sourceOf(page, states), [page, states])
  const scale = width / PHONE_WIDTH

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const mount = () => {
      const view = element.contentWindow as (Window & CanvasWindow) | null
      if (!view?.zigguratCanvas) return
      mounted.current?.unmount()
      mounted.current = view.zigguratCanvas.mount(source)
      view.document.documentElement.style.setProperty('scrollbar-width', 'none')
      setDrawn(true)
    }
    // It may have loaded before anybody listened.
    mount()
    element.addEventListener('load', mount)
    return () => {
      element.removeEventListener('load', mount)
      mounted.current?.unmount()
      mounted.current = undefined
    }
  }, [source])

  return (
    <div className="relative overflow-hidden bg-plaster" style={{ width, height }}>
      <iframe
        ref={frame}
        src="/canvas"
        title={title}
        className={`block origin-top-left border-0 transition-opacity duration-200 ${
          isDrawn ? 'opacity-100' : 'opacity-0'
        }`}
        style={{ width: PHONE_WIDTH, height: height / scale, transform: `scale(${scale})` }}
        inert={!isLive}
        tabIndex={isLive ? 0 : -1}
      />
    </div>
  )
}

function sourceOf(page: PageDefinition, states: Readonly<Record<string, unknown>>): CanvasSource {
  const shown = { ...page, locale: page.settings.locale, look: pageLook(page) }
  // As members meet it at first: whoever they are, what is on condition is shown too.
  return stillCanvas(shown, { readTool: (id) => (Object.hasOwn(states, id) ? states[id] : undefined) })
}
