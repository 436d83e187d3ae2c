/** @jsxImportSource preact */
import { type ComponentType, hydrate } from 'preact'
import type { WidgetFixtures } from '../../widgets/kit/fixtures'
import type { ViewProps } from '../../widgets/kit/view'
import { Exhibit, PLACED_ID, type Placed } from './exhibit'
import { createGalleryHost } from './gallery-host'

/** Brings the specimen to life in the HTML the server sent, and says when the two differ. */
export function enliven(View: ComponentType<ViewProps<unknown>>, fixtures: WidgetFixtures): void {
  const placed = JSON.parse(document.getElementById(PLACED_ID)?.textContent ?? '') as Placed
  const root = document.querySelector('[data-block]')
  if (!root) throw new Error('the page holds no specimen')
  const sample = fixtures.states?.[placed.name]
  const host = createGalleryHost({ locale: placed.locale, sample, isEditing: placed.isEditing })
  const specimen = { name: placed.name, props: placed.props, slots: placed.slots, sample }
  const drawnByServer = root.innerHTML
  hydrate(<Exhibit specimen={specimen} View={View} host={host.viewHost} />, root)
  if (root.innerHTML !== drawnByServer) {
    console.error(`the first drawing differs from the server's:\n${drawnByServer}\n${root.innerHTML}`)
  }
  host.tellState()
}
