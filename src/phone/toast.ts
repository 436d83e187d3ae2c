let shown: HTMLElement | undefined

/** Says something in one line over the page for a few seconds; a later word replaces it. */
export function showToast(text: string): void {
  shown?.remove()
  const toast = document.createElement('div')
  toast.className = 'zg-toast'
  toast.setAttribute('role', 'status')
  toast.textContent = text
  document.body.appendChild(toast)
  shown = toast
  setTimeout(() => toast.remove(), 3500)
}
