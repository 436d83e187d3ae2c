/** @jsxImportSource preact */
import { Component, type ComponentChildren, type ComponentType } from 'preact'
import type { PageDataBlock } from '../../schemas/phone'
import { type ViewHost, ViewHostContext, type ViewProps } from '../../widgets/kit/view'

/** Slots' elements by block and slot, so that a slot drawn anew gets back what stood in it. */
const slotElements = new Map<string, Element>()

/**
 * A slot as the server drew it. What stands in it belongs to other islands or to nobody: it is
 * neither drawn nor removed by the view around it.
 */
function ServerDrawnSlot({ of, name }: { of: string; name: string }) {
  const keep = (element: Element | null) => {
    if (!element) return
    const before = slotElements.get(`${of} ${name}`)
    if (before && before !== element) while (before.firstChild) element.appendChild(before.firstChild)
    slotElements.set(`${of} ${name}`, element)
  }
  // The same empty text at every draw leaves the children alone, in hydration and ever after.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it is always the empty text.
  return <div class="zg-slot" data-slot={name} data-of={of} ref={keep} dangerouslySetInnerHTML={NOTHING} />
}

const NOTHING = { __html: '' }

/** A view that throws takes only itself off the page. */
class Contained extends Component<{ children: ComponentChildren }, { hasFailed: boolean }> {
  override componentDidCatch(error: unknown) {
    reportError(error)
    this.setState({ hasFailed: true })
  }
  override render() {
    return this.state.hasFailed ? null : this.props.children
  }
}

function reportError(error: unknown): void {
  setTimeout(() => {
    throw error
  })
}

/** One interactive block, the very tree whose HTML the server sent. */
export function Island({
  id,
  block,
  View,
  host,
}: {
  id: string
  block: PageDataBlock
  View: ComponentType<ViewProps<unknown>>
  host: ViewHost
}) {
  const slots: Record<string, ComponentChildren> = {}
  for (const name of block.slots ?? []) slots[name] = <ServerDrawnSlot of={id} name={name} />
  return (
    <Contained>
      <ViewHostContext.Provider value={host}>
        <View props={block.props} blockId={id} slots={slots} />
      </ViewHostContext.Provider>
    </Contained>
  )
}
