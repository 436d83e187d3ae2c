import type { TextWriting } from '../../schemas/canvas'
import { clippedText } from './clipped-text'

/** What browsers report of a key that an input method has taken. */
const IME_KEY_CODE = 229

/**
 * Lets a block's text be written where it stands. A copy of the element that shows it takes the
 * text, so it looks as it is going to look, while the element itself, which the view goes on
 * drawing, is put aside: nobody draws over a word that is being composed.
 */
export function writeText(
  document: Document,
  blockId: string,
  writing: TextWriting,
): (() => void) | undefined {
  const block = document.querySelector(`[data-block="${CSS.escape(blockId)}"]`)
  const shown = block && elementOf(block, writing.text)
  if (!shown) return undefined
  const editor = editorOf(shown, writing)
  let isComposing = false
  let said = writing.text
  let isOver = false

  function tell() {
    if (isComposing || isOver) return
    // biome-ignore lint/performance/useDomNodeTextContent: a new line may be an element.
    const typed = editor.innerText
    const text = clippedText(typed, writing)
    if (text.length < typed.replace(/\n$/, '').length) showText(editor, text)
    if (text === said) return
    said = text
    writing.onText(text)
  }
  function end(how: 'kept' | 'takenBack' | 'left') {
    if (isOver) return
    isComposing = false
    if (how !== 'takenBack') tell()
    isOver = true
    shown?.removeAttribute('data-zg-written')
    editor.remove()
    writing.onEnd(how)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing || event.keyCode === IME_KEY_CODE) return
    const isNewLine = event.key === 'Enter' && event.shiftKey && writing.isMultiline
    if (event.key === 'Escape') end('takenBack')
    else if (event.key === 'Enter' && !isNewLine) end('kept')
    else return
    event.preventDefault()
  }

  editor.addEventListener('compositionstart', () => {
    isComposing = true
  })
  editor.addEventListener('compositionend', () => {
    isComposing = false
    tell()
  })
  editor.addEventListener('input', tell)
  editor.addEventListener('keydown', onKeyDown)
  editor.addEventListener('blur', () => end('left'))
  shown.setAttribute('data-zg-written', '')
  shown.after(editor)
  editor.focus({ preventScroll: true })
  document.getSelection()?.selectAllChildren(editor)
  return () => end('left')
}

/** The innermost element of the block itself that shows the text and nothing else. */
function elementOf(block: Element, text: string): HTMLElement | undefined {
  const candidates = [...block.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      element.childElementCount === 0 &&
      element.textContent === text &&
      element.closest('[data-block]') === block &&
      element.getClientRects().length > 0,
  )
  // An empty text is shown by the first thing that is empty, which might be anything.
  return text === '' && candidates.length > 1 ? undefined : candidates[0]
}

function editorOf(shown: HTMLElement, { label, isMultiline, text }: TextWriting): HTMLElement {
  const editor = shown.cloneNode() as HTMLElement
  editor.removeAttribute('id')
  editor.removeAttribute('href')
  editor.classList.add('zg-writing')
  editor.contentEditable = 'true'
  try {
    editor.contentEditable = 'plaintext-only'
  } catch {
    // An older browser: formatting may be pasted, but only the text is read.
  }
  editor.setAttribute('role', 'textbox')
  editor.setAttribute('aria-label', label)
  editor.setAttribute('aria-multiline', String(isMultiline))
  editor.textContent = text
  return editor
}

/** Puts what is left of the text there, with the cursor at its end. */
function showText(editor: HTMLElement, text: string): void {
  editor.textContent = text
  const selection = editor.ownerDocument.getSelection()
  selection?.selectAllChildren(editor)
  selection?.collapseToEnd()
}
