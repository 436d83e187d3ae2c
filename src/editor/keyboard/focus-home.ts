/** Where the focus belongs while nothing else has it: on the blocks, as they were last gone through. */
export type FocusRoom = 'canvas' | 'layers'

/** The room of an element, when it is one of the two. */
export function roomOf(target: EventTarget | null): FocusRoom | undefined {
  if (!(target instanceof Element) || target.closest('[role="dialog"]')) return undefined
  if (target.closest('[role="tree"]')) return 'layers'
  return target.closest('[data-testid="canvas-layer"]') ? 'canvas' : undefined
}

/** True when the focus is nowhere: what had it is gone. */
export function isFocusLost(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body
}

/**
 * Puts the focus on the selected row of the layers, when they are in sight, or on the canvas; in the
 * preview, which has neither, on what ends it.
 */
export function focusHome(room: FocusRoom): void {
  if (room === 'layers' && focusFirst(document, '[role="tree"] [role="treeitem"][tabindex="0"]')) return
  if (focusFirst(document, '[data-testid="canvas-layer"]')) return
  focusFirst(document, '[data-ends-preview]')
}

/** Puts the focus on the inspector's first field, or on the name of the selected block. */
export function focusInspector(part: 'field' | 'name'): void {
  const pane = document.querySelector('aside')
  if (!pane) return
  const places = part === 'name' ? ['header'] : ['section', 'header']
  for (const place of places) if (focusFirst(pane, fieldsIn(place))) return
}

function fieldsIn(place: string): string {
  return ['input', 'textarea', 'button', '[contenteditable="true"]', '[tabindex="0"]']
    .map((field) => `${place} ${field}:not([disabled]):not([type="file"])`)
    .join(',')
}

/** The first of them that takes it. */
function focusFirst(root: ParentNode, selector: string): boolean {
  for (const element of root.querySelectorAll<HTMLElement>(selector)) {
    // What is in a folded panel or another tab cannot be seen.
    if (element.getClientRects().length === 0) continue
    element.focus({ preventScroll: element.matches('[role="treeitem"]') })
    if (document.activeElement === element) return true
  }
  return false
}
