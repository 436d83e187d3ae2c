/** @jsxImportSource preact */
import { render } from 'preact'
import type { CanvasHandle, CanvasSource } from '../../schemas/canvas'
import { type PagePreview, PREVIEW_PATH } from '../../schemas/page-preview'
import { stillCanvas } from '../../schemas/still-canvas'
import { PLAIN_VIEWPOINT, type Viewpoint } from '../../schemas/viewpoint-parts'
import type { Locale } from '../../widgets/kit/messages'
import { PreviewBar } from './preview-bar'
import { previewWords } from './preview-words'

/* The script of a preview link: the canvas's own drawing, over a draft that the server hands out. */

/** Draws the draft of the link that is open, and again whenever it is to be seen from elsewhere. */
export function startPreview(mount: (source: CanvasSource) => CanvasHandle): void {
  const token = location.pathname.slice(PREVIEW_PATH.length)
  const bar = document.body.appendChild(document.createElement('div'))
  bar.className = 'zg-preview'
  const canvas = document.querySelector('main')
  let viewpoint: Viewpoint = PLAIN_VIEWPOINT
  let shown: CanvasHandle | undefined
  /** Of two answers only the one to the later question counts. */
  let asked = 0

  async function show(next: Viewpoint): Promise<void> {
    viewpoint = next
    const question = ++asked
    const answer = await fetchPreview(token, next)
    if (question !== asked) return
    if (typeof answer === 'string') return tell(answer)
    const source = sourceOf(answer, next)
    shown?.unmount()
    shown = mount(source)
    document.title = `${previewWords[answer.locale].label} · ${answer.title}`
    render(<PreviewBar locale={answer.locale} viewpoint={viewpoint} onChange={show} />, bar)
  }

  /** In the reader's own language: what the page's is, the answer did not say. */
  function tell(problem: 'over' | 'failed'): void {
    const locale: Locale = navigator.language.startsWith('zh') ? 'zh-CN' : 'en'
    const say = previewWords[locale]
    shown?.unmount()
    shown = undefined
    canvas?.replaceChildren()
    render(
      <div class="zg-preview-problem" role="alert">
        <strong>{say[problem]}</strong>
        {problem === 'over' ? (
          <p>{say.overText}</p>
        ) : (
          <button type="button" onClick={() => void show(viewpoint)}>
            {say.retry}
          </button>
        )}
      </div>,
      bar,
    )
  }

  void show(viewpoint)
}

async function fetchPreview(token: string, viewpoint: Viewpoint): Promise<PagePreview | 'over' | 'failed'> {
  try {
    const response = await fetch(`/api/preview/${token}?${new URLSearchParams({ ...viewpoint })}`)
    if (response.status === 404) return 'over'
    return response.ok ? ((await response.json()) as PagePreview) : 'failed'
  } catch {
    return 'failed'
  }
}

/** What the server told of tools and conditions, as the canvas reads it. */
function sourceOf(preview: PagePreview, { situation }: Viewpoint): CanvasSource {
  const { tools, unmet, aheadMs } = preview
  const readTool = (id: string) => (Object.hasOwn(tools, id) ? tools[id] : undefined)
  return stillCanvas(preview, { readTool, unmet, aheadMs, situation })
}
