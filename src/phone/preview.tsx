/** @jsxImportSource preact */
import { render } from 'preact'
import type { CanvasHandle, CanvasSource } from '../../schemas/canvas'
import { type PagePreview, PREVIEW_PATH } from '../../schemas/page-preview'
import { PLAIN_VIEWPOINT, type Viewpoint } from '../../schemas/viewpoint-parts'
import type { Locale } from '../../widgets/kit/messages'
import { PreviewBar } from './preview-bar'
import { playedPage } from './preview-page'
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
    hide()
    const signIn = () => {
      viewpoint = { ...viewpoint, viewer: 'old' }
      drawBar(answer.locale)
    }
    shown = mount(playedPage(answer, { url: urlOf(token), viewpoint: () => viewpoint, signIn }))
    document.title = `${previewWords[answer.locale].label} · ${answer.title}`
    drawBar(answer.locale)
  }

  function hide(): void {
    shown?.unmount()
    shown = undefined
  }

  function drawBar(locale: Locale): void {
    const change = (chosen: Partial<Viewpoint>) => {
      const next = { ...viewpoint, ...chosen }
      // How the next draw ends changes nothing that is seen now, nor what was played.
      const isSeenAlike = JSON.stringify({ ...next, luck: viewpoint.luck }) === JSON.stringify(viewpoint)
      if (!isSeenAlike) return show(next)
      viewpoint = next
      drawBar(locale)
    }
    render(<PreviewBar locale={locale} viewpoint={viewpoint} onChange={change} />, bar)
  }

  /** In the reader's own language: what the page's is, the answer did not say. */
  function tell(problem: 'over' | 'failed'): void {
    const locale: Locale = navigator.language.startsWith('zh') ? 'zh-CN' : 'en'
    const say = previewWords[locale]
    hide()
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

const urlOf = (token: string) => `/api/preview/${token}`

async function fetchPreview(token: string, viewpoint: Viewpoint): Promise<PagePreview | 'over' | 'failed'> {
  try {
    const response = await fetch(`${urlOf(token)}?${new URLSearchParams({ ...viewpoint })}`)
    if (response.status === 404) return 'over'
    return response.ok ? ((await response.json()) as PagePreview) : 'failed'
  } catch {
    return 'failed'
  }
}
