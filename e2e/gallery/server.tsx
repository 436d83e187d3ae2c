/** @jsxImportSource preact */
import type { ComponentType } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { ThemeName } from '../../schemas/page'
import { documentHtml } from '../../src/runtime/document-html'
import { jsonForScript } from '../../src/runtime/html-text'
import type { WidgetFixtures } from '../../widgets/kit/fixtures'
import type { ViewProps } from '../../widgets/kit/view'
import { Exhibit, PLACED_ID, type Placed } from './exhibit'
import { createGalleryHost } from './gallery-host'
import { type Exhibited, type Specimen, specimensOf } from './specimens'

export { ThemeName } from '../../schemas/page'
export { specimensOf }

/** One widget, as scripts/gallery.mjs bundles it. */
export interface Widget {
  definition: Exhibited
  fixtures: WidgetFixtures
  View: ComponentType<ViewProps<unknown>>
}

/** A page with nothing on it but the specimen, drawn as the server of published pages would. */
export function pageOf(
  { definition, View }: Widget,
  specimen: Specimen,
  o: { theme: ThemeName; locale: 'zh-CN' | 'en'; isEditing: boolean; css: string; scriptUrl: string },
): string {
  const { viewHost } = createGalleryHost({
    locale: o.locale,
    sample: specimen.sample,
    isEditing: o.isEditing,
  })
  const html = renderToString(<Exhibit specimen={specimen} View={View} host={viewHost} />)
  const placed: Placed = {
    name: specimen.name,
    props: specimen.props,
    slots: specimen.slots,
    locale: o.locale,
    isEditing: o.isEditing,
  }
  return documentHtml({
    lang: o.locale,
    theme: o.theme,
    timeZone: viewHost.timeZone,
    title: `${definition.type} · ${specimen.name}`,
    colour: '#ffffff',
    css: o.css,
    body: `<main class="zg-page"><div class="zg-block" id="block-1" data-block="block-1" data-widget="${definition.type}">${html}</div></main>`,
    script: definition.isStatic
      ? ''
      : `<script type="application/json" id="${PLACED_ID}">${jsonForScript(placed)}</script>` +
        `<script type="module" src="${o.scriptUrl}"></script>`,
  })
}
