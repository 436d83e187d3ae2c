/** @jsxImportSource preact */
import { type ComponentChildren, render } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { useHost, ViewHostContext } from '../view'
import { playWords } from './play-words'

interface SheetProps {
  title: string
  onClose: () => void
  children: ComponentChildren
  /** A class of the widget's own, to dress the panel. */
  class?: string
}

/**
 * A panel over the page: from below on a phone, in the middle of anything wider. It lies at the end
 * of the document, so nothing on the page can hold it in or stand above it. Esc, the backdrop and
 * the cross close it; the keyboard stays within and goes back to where it was; the page does not
 * scroll.
 */
export function Sheet(props: SheetProps) {
  const host = useHost()
  const place = useRef<HTMLElement | undefined>(undefined)
  const panel = (
    <ViewHostContext.Provider value={host}>
      <Panel {...props} />
    </ViewHostContext.Provider>
  )

  useLayoutEffect(() => {
    const root = document.body.appendChild(document.createElement('div'))
    place.current = root
    return () => {
      render(null, root)
      root.remove()
    }
  }, [])
  useLayoutEffect(() => {
    if (place.current) render(panel, place.current)
  })

  // Without a document there is no end of it: a test reads the panel in its place.
  return typeof document === 'undefined' ? panel : null
}

function Panel({ title, onClose, children, class: own }: SheetProps) {
  const words = playWords[useHost().locale]
  const panel = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose

  useLayoutEffect(holdPage, [])
  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current()
      if (event.key === 'Tab' && panel.current) keepWithin(panel.current, event)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <div class="zg-pl-sheet">
      <div class="zg-pl-backdrop" aria-hidden="true" onClick={onClose} />
      <div
        class={own ? `zg-pl-panel ${own}` : 'zg-pl-panel'}
        role="dialog"
        aria-modal="true"
        aria-label={title}
        tabIndex={-1}
        ref={panel}
      >
        <h2>{title}</h2>
        <button type="button" class="zg-pl-close" aria-label={words.close} onClick={onClose} />
        <div class="zg-pl-content">{children}</div>
      </div>
    </div>
  )
}

let open = 0
let letGo: (() => void) | undefined

/**
 * Holds the page behind a sheet still until the last one is closed; returns the end of it. One that
 * follows another at once takes over: letting go in between would lay out the whole page twice.
 */
function holdPage(): () => void {
  open += 1
  if (!letGo) {
    const before = document.activeElement as HTMLElement | null
    const { style } = document.documentElement
    const { overflow } = style
    style.overflow = 'hidden'
    letGo = () => {
      style.overflow = overflow
      before?.focus({ preventScroll: true })
    }
  }
  return () => {
    open -= 1
    setTimeout(() => {
      if (open > 0) return
      letGo?.()
      letGo = undefined
    })
  }
}

/** The last thing that can be reached leads to the first, and back. */
function keepWithin(panel: HTMLElement, event: KeyboardEvent): void {
  const stops = panel.querySelectorAll<HTMLElement>('a[href],button,input,select,textarea')
  const [first, last] = [stops[0], stops[stops.length - 1]]
  const { activeElement } = document
  const isAtEdge = event.shiftKey
    ? activeElement === first || activeElement === panel
    : activeElement === last
  if (!isAtEdge && panel.contains(activeElement)) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
