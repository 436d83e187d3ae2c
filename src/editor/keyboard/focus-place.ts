import type { FocusPlace } from './editor-commands'

const OVERLAYS =
  '[role="dialog"],[role="alertdialog"],[role="menu"],[role="listbox"],.ant-popover,.ant-picker-dropdown'
/** What is closing keeps the focus while it fades, and no key is meant for it any more. */
const CLOSING = '[class*="-leave"]'
/** Inputs in which typing writes nothing. */
const SILENT_INPUTS = ['button', 'checkbox', 'radio', 'range', 'color', 'file', 'submit', 'reset', 'image']

/** What kind of place has the focus. */
export function focusPlace(target: EventTarget | null): FocusPlace {
  if (!(target instanceof Element)) return 'elsewhere'
  if (target.closest(CLOSING)) return 'elsewhere'
  if (target.closest(OVERLAYS)) return 'overlay'
  if (takesText(target)) return 'text'
  if (target.closest('aside')) return 'form'
  return target.closest('[data-testid="canvas-layer"],[role="tree"]') ? 'blocks' : 'elsewhere'
}

function takesText(target: Element): boolean {
  if (target instanceof HTMLTextAreaElement) return !target.readOnly
  // A select shows itself as an input that nobody can write into.
  if (target instanceof HTMLInputElement) return !target.readOnly && !SILENT_INPUTS.includes(target.type)
  return target instanceof HTMLElement && target.isContentEditable
}
