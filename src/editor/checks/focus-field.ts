/** Frames that are waited for the inspector to draw what was selected, and each item that is opened. */
const MOST_FRAMES = 60
const FOCUSABLE =
  'input:not([type="hidden"]):not([disabled]),textarea,[contenteditable="true"],button:not([disabled]),select,[tabindex="0"]'

/**
 * Brings the field a finding leads to into view in the inspector, opening the lists it lies in, and
 * focuses it; whatever comes nearest when the field is not there. `path` leads into the block, or
 * into the page: its first part names a part of the inspector (`data-place`), the rest the field
 * (`data-field`).
 */
export function focusField(of: string | null, path: readonly (string | number)[]): void {
  let frames = 0
  const step = () => {
    frames++
    const inspector = document.querySelector<HTMLElement>(`[data-inspector="${CSS.escape(of ?? '')}"]`)
    const found = inspector && nearest(inspector, path)
    if (!found) {
      if (frames < MOST_FRAMES) requestAnimationFrame(step)
      return
    }
    const closed = found.isWhole
      ? undefined
      : found.element.querySelector<HTMLElement>('button[aria-expanded="false"]')
    if (closed && found.element.tagName === 'LI' && frames < MOST_FRAMES) {
      closed.click()
      requestAnimationFrame(step)
      return
    }
    found.element.scrollIntoView({ block: 'center' })
    found.element.querySelector<HTMLElement>(FOCUSABLE)?.focus({ preventScroll: true })
  }
  requestAnimationFrame(step)
}

function nearest(inspector: HTMLElement, [part, ...keys]: readonly (string | number)[]) {
  if (part === undefined) return { element: inspector, isWhole: true }
  const place = inspector.querySelector<HTMLElement>(`[data-place~="${CSS.escape(String(part))}"]`)
  if (!place) return { element: inspector, isWhole: true }
  for (let count = keys.length; count > 0; count--) {
    const name = CSS.escape(keys.slice(0, count).join('.'))
    const element = place.querySelector<HTMLElement>(`[data-field="${name}"]`)
    if (element) return { element, isWhole: count === keys.length }
  }
  return { element: place, isWhole: true }
}
