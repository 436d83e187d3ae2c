/** @jsxImportSource preact */
import { render } from 'preact'
import type { CanvasHandle, CanvasSource, CanvasWindow } from '../../schemas/canvas'
import { PREVIEW_PATH } from '../../schemas/page-preview'
import { views } from '../../widgets/registry.views.gen'
import type { WidgetFacts } from './canvas-block'
import { createLayoutWatch, measureLayout } from './canvas-layout'
import { CanvasRoot } from './canvas-root'
import { setSafeArea } from './canvas-safe-area'
import { writeText } from './canvas-text'
import { startPreview } from './preview'

/* The script of the editor's canvas: the phone's own views over the editor's records. */

/** Put here by the build: reading them from the definitions would bring zod along. */
declare const WIDGET_FACTS: Record<string, WidgetFacts>

function mount(source: CanvasSource): CanvasHandle {
  const root = document.querySelector('main')
  if (!root) throw new Error('the canvas document has no <main>')
  const layout = createLayoutWatch(window)
  const { classList, dataset } = document.documentElement
  classList.add('zg-editing')
  const parts = { source, layout, views, facts: WIDGET_FACTS }
  render(<CanvasRoot {...parts} timeZone={dataset.timeZone ?? 'Asia/Shanghai'} />, root)
  return {
    measure: () => measureLayout(document),
    onLayout: layout.onLayout,
    setSafeArea: (insets) => setSafeArea(document, insets),
    writeText: (id, writing) => writeText(document, id, writing),
    unmount: () => {
      render(null, root)
      layout.end()
    },
  }
}

/** What leads to a place on the page: popups open by it, and while the page is tried out they may. */
function staysOnPage({ target, type }: Event): boolean {
  return type === 'click' && target instanceof Element && target.closest('a[href^="#"], .zg-preview') !== null
}

// A link or a button that the keyboard reaches must not lead out of the editor.
for (const event of ['click', 'submit', 'auxclick']) {
  document.addEventListener(
    event,
    (e) => {
      if (!staysOnPage(e)) e.preventDefault()
    },
    true,
  )
}
// Nor may a file that is let fall on it: it would be opened in the editor's place.
for (const event of ['dragover', 'drop']) {
  document.addEventListener(event, (e) => e.preventDefault())
}
const canvas: CanvasWindow = window as CanvasWindow
canvas.zigguratCanvas = { mount }
if (location.pathname.startsWith(PREVIEW_PATH)) startPreview(mount)
