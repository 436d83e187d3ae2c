import type { CanvasSource, CanvasWindow } from '@/schemas/canvas'

/** The narrowest phone a page must be read on, px. */
export const NARROWEST_PX = 320
/** Fractions of a px are the browser's, not the page's. */
const SLACK_PX = 1.5
const PATIENCE_MS = 10_000

/**
 * Draws the page as members see it in a hidden canvas 320 px wide, and answers the ids of the blocks
 * whose text does not fit in it: cut off at an edge, or standing out of the screen. Rejects when the
 * canvas cannot be loaded.
 */
export async function blocksOverflowing(source: CanvasSource): Promise<string[]> {
  const frame = document.createElement('iframe')
  frame.src = '/canvas'
  frame.inert = true
  frame.tabIndex = -1
  frame.setAttribute('aria-hidden', 'true')
  frame.style.cssText = `position:fixed;left:-2000px;top:0;width:${NARROWEST_PX}px;height:640px;border:0;visibility:hidden`
  document.body.append(frame)
  try {
    await loaded(frame)
    const view = frame.contentWindow as Window & CanvasWindow
    if (!view.zigguratCanvas) throw new Error('the canvas has no script')
    view.document.documentElement.style.setProperty('scrollbar-width', 'none')
    const handle = view.zigguratCanvas.mount(source)
    await view.document.fonts.ready
    await nextFrame()
    const ids = overflowing(view.document)
    handle.unmount()
    return ids
  } finally {
    frame.remove()
  }
}

function loaded(frame: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the canvas did not load')), PATIENCE_MS)
    frame.addEventListener('load', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

// A hidden frame is not painted, so its own frames are not waited for.
const nextFrame = () => new Promise((resolve) => setTimeout(resolve, 50))

function overflowing(document: Document): string[] {
  const found = new Set<string>()
  const width = document.documentElement.clientWidth
  for (const element of document.querySelectorAll<HTMLElement>('[data-block] *')) {
    const id = element.closest<HTMLElement>('[data-block]')?.dataset.block
    if (id && !found.has(id) && holdsText(element) && isCut(element, width)) found.add(id)
  }
  return [...found]
}

function holdsText(element: HTMLElement): boolean {
  return [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
}

function isCut(element: HTMLElement, width: number): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  const box = element.getBoundingClientRect()
  if (!style || style.visibility === 'hidden' || box.width === 0) return false
  if (hasDots(style)) return false
  if (style.overflowX !== 'visible') return element.scrollWidth > element.clientWidth + SLACK_PX
  const { left } = box
  const reaches = left + Math.max(element.scrollWidth, box.width)
  const isOutside = reaches > width + SLACK_PX || left < -SLACK_PX
  return (isOutside && !isScrolled(element)) || isClipped(element, left, reaches)
}

/** Meant to be cut, with the dots that say so. */
function hasDots(style: CSSStyleDeclaration): boolean {
  return style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
}

/** A card that shows nothing beyond its edge, and a text that begins in it and goes on beyond. */
function isClipped(element: HTMLElement, left: number, reaches: number): boolean {
  const view = element.ownerDocument.defaultView
  for (let around = element.parentElement; around && view; around = around.parentElement) {
    if (around.matches('body,html')) return false
    const style = view.getComputedStyle(around)
    // What runs by is seen all of it in time; what is scrolled too.
    if (style.animationName !== 'none' || hasDots(style) || /auto|scroll/.test(style.overflowX)) return false
    if (style.overflowX === 'visible') continue
    const edge = around.getBoundingClientRect()
    return left >= edge.left - SLACK_PX && left < edge.right && reaches > edge.right + SLACK_PX
  }
  return false
}

/** What lies in a strip that is scrolled or turned is somewhere else by intention. */
function isScrolled(element: HTMLElement): boolean {
  const view = element.ownerDocument.defaultView
  for (let around = element.parentElement; around && view; around = around.parentElement) {
    if (around.matches('body,html')) return false
    if (view.getComputedStyle(around).overflowX !== 'visible') return true
  }
  return false
}
