/** @jsxImportSource preact */
import type { ComponentType } from 'preact'
import { type ViewHost, ViewHostContext, type ViewProps } from '../../widgets/kit/view'
import type { Specimen } from './specimens'

/** What the page tells its script: which specimen stands in it. */
export interface Placed {
  name: string
  props: Record<string, unknown>
  slots: string[]
  locale: 'zh-CN' | 'en'
  isEditing: boolean
}

export const PLACED_ID = 'gallery-placed'

/** A specimen as a page holds it: the very tree on the server and on the phone. */
export function Exhibit({
  specimen,
  View,
  host,
}: {
  specimen: Specimen
  View: ComponentType<ViewProps<unknown>>
  host: ViewHost
}) {
  const slots = Object.fromEntries(
    specimen.slots.map((name) => [
      name,
      <div key={name} class="zg-slot">
        <p class="p-[20px_8px] bg-surface text-muted text-[13px] text-center rounded-card">{name}</p>
      </div>,
    ]),
  )
  return (
    <ViewHostContext.Provider value={host}>
      <View props={specimen.props} blockId="block-1" slots={slots} />
    </ViewHostContext.Provider>
  )
}
