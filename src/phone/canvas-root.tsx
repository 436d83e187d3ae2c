/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useMemo, useReducer } from 'preact/hooks'
import { ViewHostContext } from '../../widgets/kit/view'
import { CanvasBlock, CanvasContext, type CanvasParts } from './canvas-block'
import { createCanvasHost } from './canvas-host'
import { canvasWords } from './canvas-words'
import { watchPreview } from './preview-events'
import { createPreviewHost } from './preview-host'

/** The page in the editor: its theme and language on the document, its blocks below. */
export function CanvasRoot(props: Omit<CanvasParts, 'locale' | 'isPreview'> & { timeZone: string }) {
  const { source, layout, views, facts, timeZone } = props
  const redraw = useReducer((count: number, _: void) => count + 1, 0)[1]
  useLayoutEffect(() => source.onPageChange(redraw), [source])
  const { root, theme, locale, look, isPreview = false } = source.readPage()
  const host = useMemo(
    () => createCanvasHost(source, locale, timeZone, !isPreview),
    [source, locale, timeZone, isPreview],
  )
  const { play } = source
  const preview = useMemo(
    () => (isPreview && play ? createPreviewHost(host, play, locale) : undefined),
    [host, play, locale, isPreview],
  )
  useEffect(() => preview && play && watchPreview({ play, host: preview, locale }), [preview, play, locale])
  const parts = useMemo(
    () => ({ source, layout, views, facts, locale, isPreview }),
    [source, layout, views, facts, locale, isPreview],
  )

  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme
    document.documentElement.lang = locale
    document.documentElement.classList.toggle('zg-editing', !isPreview)
    // A page's own background stands in place of the theme's, picture and all.
    document.body.style.background = look.background ?? ''
    const { style } = document.documentElement
    for (const [name, value] of Object.entries(look.variables)) style.setProperty(name, value)
    // One that is taken back gives way to the theme's.
    return () => {
      for (const name of Object.keys(look.variables)) style.removeProperty(name)
    }
  }, [theme, locale, look, isPreview])
  // Blocks report their own changes; this is for the order they stand in.
  useLayoutEffect(() => layout.changed())

  return (
    <CanvasContext.Provider value={parts}>
      <ViewHostContext.Provider value={preview?.viewHost ?? host}>
        {root.map((id) => (
          <CanvasBlock key={id} id={id} />
        ))}
        {root.length === 0 && !isPreview && <p class="zg-drop-hint">{canvasWords[locale].emptyPage}</p>}
      </ViewHostContext.Provider>
    </CanvasContext.Provider>
  )
}
