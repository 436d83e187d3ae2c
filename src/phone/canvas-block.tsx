/** @jsxImportSource preact */
import { Component, type ComponentChildren, type ComponentType, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { CanvasSource } from '../../schemas/canvas'
import type { Block, BlockId } from '../../schemas/page'
import type { Locale } from '../../widgets/kit/messages'
import type { ViewProps } from '../../widgets/kit/view'
import type { LayoutWatch } from './canvas-layout'
import { canvasWords } from './canvas-words'

// biome-ignore lint/suspicious/noExplicitAny: each view has props of its own.
export type CanvasView = ComponentType<ViewProps<any>>

/** What the canvas must know of a widget besides its view. */
export interface WidgetFacts {
  version: number
  usesTool: boolean
}

/** What every block of a canvas shares. */
export interface CanvasParts {
  source: CanvasSource
  layout: LayoutWatch
  views: Readonly<Record<string, CanvasView>>
  /** Of each widget that `views` draw. */
  facts: Readonly<Record<string, WidgetFacts>>
  locale: Locale
  /** As members see it: no hints, nothing that is hidden. */
  isPreview: boolean
}

export const CanvasContext = createContext<CanvasParts | undefined>(undefined)

/** One block in the editor. */
export function CanvasBlock({ id }: { id: BlockId }) {
  const parts = useContext(CanvasContext)
  return parts && <FencedBlock id={id} parts={parts} />
}

interface FencedProps {
  id: BlockId
  parts: CanvasParts
}
interface FencedState {
  failedOn?: Block | undefined
}

/**
 * A block that draws itself again when its own record changes and not when its surroundings do,
 * and is the fence around its view: what throws becomes a placeholder until the record changes.
 */
class FencedBlock extends Component<FencedProps, FencedState> {
  private element: HTMLElement | null = null
  private ends: (() => void)[] = []

  override shouldComponentUpdate(next: FencedProps, state: FencedState) {
    const { id, parts } = this.props
    return next.id !== id || next.parts !== parts || state.failedOn !== this.state.failedOn
  }

  override componentDidMount() {
    const { id, parts } = this.props
    const { source } = parts
    this.ends = [
      source.onBlockChange(id, () => this.forceUpdate()),
      source.onFactsChange(() => {
        if (source.readBlock(id)?.visibleWhen) this.forceUpdate()
      }),
    ]
    parts.layout.changed()
  }

  override componentDidUpdate() {
    this.props.parts.layout.changed()
  }

  override componentWillUnmount() {
    for (const end of this.ends) end()
    this.props.parts.layout.changed()
  }

  override componentDidCatch() {
    const { id, parts } = this.props
    this.setState({ failedOn: parts.source.readBlock(id) })
  }

  private readonly setElement = (element: HTMLElement | null) => {
    const { layout } = this.props.parts
    if (this.element) layout.forget(this.element)
    if (element) layout.watch(element)
    this.element = element
  }

  override render() {
    const { id, parts } = this.props
    const block = parts.source.readBlock(id)
    const isUnmet = block?.visibleWhen !== undefined && !parts.source.isMet(id)
    if (parts.isPreview && (block?.hidden || isUnmet)) return null
    return (
      block && (
        <div
          class={`zg-block${block.hidden ? ' zg-hidden' : ''}${isUnmet ? ' zg-unmet' : ''}`}
          data-unmet={isUnmet ? canvasWords[parts.locale].unmet : undefined}
          id={block.id}
          data-block={block.id}
          data-widget={block.type}
          style={blockStyle(block)}
          ref={this.setElement}
        >
          {this.state.failedOn === block ? (
            <Placeholder title={canvasWords[parts.locale].broken} detail={block.type} />
          ) : (
            <BlockBody block={block} parts={parts} />
          )}
        </div>
      )
    )
  }
}

function BlockBody({ block, parts }: { block: Block; parts: CanvasParts }) {
  const { views, facts, locale, isPreview } = parts
  const say = canvasWords[locale]
  const View = Object.hasOwn(views, block.type) ? views[block.type] : undefined
  if (!View) return isPreview ? null : <Placeholder title={say.unknown} detail={block.type} />
  if (block.version !== facts[block.type]?.version) {
    return isPreview ? null : (
      <Placeholder title={say.otherVersion} detail={`${block.type} v${block.version}`} />
    )
  }
  // Such a page cannot be published, so there is nothing that members would see.
  if (isPreview && facts[block.type]?.usesTool && !block.tool) {
    return <Placeholder title={say.noTool} detail={say.noToolDetail} />
  }
  const slots = isPreview ? filledSlots(block) : everySlot(block, say.dropHere)
  return <View props={block.props} blockId={block.id} slots={slots} />
}

/** The slots as the phone is given them. */
function filledSlots(block: Block): Record<string, ComponentChildren> {
  const filled = Object.entries(block.slots ?? {}).filter(([, ids]) => ids.length > 0)
  return Object.fromEntries(
    filled.map(([name, ids]) => [name, <CanvasSlot key={name} of={block.id} name={name} blocks={ids} />]),
  )
}

/**
 * In the editor every slot the view asks for is there, filled or not: an empty one is where
 * something can be dropped. Which names there are is the view's to say, so they are made on demand.
 */
function everySlot(block: Block, hint: string): Record<string, ComponentChildren> {
  return new Proxy<Record<string, ComponentChildren>>(
    {},
    {
      get: (_, name) =>
        typeof name === 'string' && /^[a-z][a-zA-Z0-9]*$/.test(name) ? (
          <CanvasSlot key={name} of={block.id} name={name} hint={hint} blocks={block.slots?.[name] ?? []} />
        ) : undefined,
      has: (_, name) => Object.hasOwn(block.slots ?? {}, name),
      ownKeys: () => Object.keys(block.slots ?? {}),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  )
}

function CanvasSlot(props: { of: BlockId; name: string; blocks: readonly BlockId[]; hint?: string }) {
  return (
    <div class="zg-slot" data-slot={props.name} data-of={props.of}>
      {props.blocks.map((id) => (
        <CanvasBlock key={id} id={id} />
      ))}
      {props.blocks.length === 0 && props.hint && <p class="zg-drop-hint">{props.hint}</p>}
    </div>
  )
}

function Placeholder({ title, detail }: { title: string; detail: string }) {
  return (
    <div class="zg-placeholder">
      <strong>{title}</strong>
      {detail}
    </div>
  )
}

/** The block's own margins and background, px. */
function blockStyle({ style }: Block) {
  return (
    style && {
      marginTop: style.marginTop,
      marginBottom: style.marginBottom,
      backgroundColor: style.background,
    }
  )
}
