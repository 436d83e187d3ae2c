/**
 * Puts a text on the clipboard and tells whether that worked. Browsers offer the clipboard to
 * pages served over https only; over plain http the old way of a hidden selection still works.
 */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      // Refused by the browser's settings: the other way may still be open.
    }
  }
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.style.cssText = 'position:fixed;top:0;left:0;opacity:0'
  // Inside an open dialog, because a focus trap takes the focus away from what lies outside.
  const active = document.activeElement
  const place = active?.closest('[role="dialog"]') ?? document.body
  place.appendChild(field)
  field.select()
  try {
    return document.execCommand('copy')
  } finally {
    field.remove()
    if (active instanceof HTMLElement) active.focus()
  }
}
