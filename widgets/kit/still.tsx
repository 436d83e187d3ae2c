/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** What the server drew, by name, for a drawing that is taken away and comes again. */
const drawn = new Map<string, string>()

interface StillProps {
  /** Tells this drawing from every other one on the page. */
  name: string
  children: ComponentChildren
}

/**
 * A drawing that never changes while the page is open: a phone keeps what the server drew and is
 * sent no code for it. Imported as `…Now`, the drawing is left out of a phone's scripts:
 *
 *     import { Picture as PictureNow } from './view-picture'
 *     <Still name={id}>{isPhone ? undefined : <PictureNow kind={kind} />}</Still>
 */
export function Still({ name, children }: StillProps) {
  return children === undefined ? <Kept key={name} name={name} /> : <div class="zg-still">{children}</div>
}

function Kept({ name }: { name: string }) {
  const place = useRef<HTMLDivElement>(null)
  // The same text at every draw leaves alone what stands there; while hydrating, whatever it is.
  const html = useRef({ __html: drawn.get(name) ?? '' })
  useLayoutEffect(() => {
    if (place.current && !drawn.has(name)) drawn.set(name, place.current.innerHTML)
  }, [name])
  // biome-ignore lint/security/noDangerouslySetInnerHtml: what the server drew on this very page.
  return <div class="zg-still" ref={place} dangerouslySetInnerHTML={html.current} />
}
