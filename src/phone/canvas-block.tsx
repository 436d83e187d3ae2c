/** @jsxImportSource preact */
import { Component, type ComponentChildren, type ComponentType, createContext } from 'preact'
import type { CanvasSource } from '../../schemas/canvas'
import type { Block, BlockId } from '../../schemas/page'
import type { Locale } from '../../widgets/kit/messages'
import type { ViewProps } from '../../widgets/kit/view'
import type { LayoutWatch } from './canvas-layout'
import { canvasWords } from './canvas-words'

// biome-ignore lint/suspicious/noExplicitAny: each view has props of its own.
export type CanvasView = ComponentType<ViewProps<any>>

/** What every block of a canvas shares. */
export interface CanvasParts {
  source: CanvasSource
  layout: LayoutWatch
  views: Readonly<Record<string, CanvasView>>
  /** The version of each widget that `views` draw. */
  versions: Readonly<Record<string, number>>
  locale: Locale
}

export const CanvasContext = createContext<CanvasParts | undefined>(undefined)

/**
 * One block in the editor. It draws itself again when its own record changes and not when its
 * surroundings do, and it is the fence around its view: what throws becomes a placeholder until
 * the record changes.
 */
export class CanvasBlock extends Component<{ id: BlockId }, { failedOn?: Block | undefined }> {
  static override contextType = CanvasContext
  declare context: CanvasParts
  private element: HTMLElement | null = null
  private end: (() => void) | undefined

  override shouldComponentUpdate(next: { id: BlockId }, state: { failedOn?: Block | undefined }) {
    return next.id !== this.props.id || state.failedOn !== this.state.failedOn
  }

  override componentDidMount() {
    const { source, layout } = this.context
    this.end = source.onBlockChange(this.props.id, () => this.forceUpdate())
    if (this.element) layout.watch(this.element)
    layout.changed()
  }

  override componentDidUpdate() {
    this.context.layout.changed()
  }

  override componentWillUnmount() {
    this.end?.()
    if (this.element) this.context.layout.forget(this.element)
    this.context.layout.changed()
  }

  override componentDidCatch() {
    this.setState({ failedOn: this.context.source.readBlock(this.props.id) })
  }

  override render() {
    const { source, locale, views, versions } = this.context
    const block = source.readBlock(this.props.id)
    if (!block) return null
    const setElement = (element: HTMLElement | null) => {
      this.element = element
    }
    return (
      <div
        class={block.hidden ? 'zg-block zg-hidden' : 'zg-block'}
        data-block={block.id}
        data-widget={block.type}
        style={blockStyle(block)}
        ref={setElement}
      >
        {this.state.failedOn === block ? (
          <Placeholder title={canvasWords[locale].broken} detail={block.type} />
        ) : (
          <BlockBody block={block} views={views} versions={versions} locale={locale} />
        )}
      </div>
    )
  }
}

function BlockBody({
  block,
  views,
  versions,
  locale,
}: Omit<CanvasParts, 'source' | 'layout'> & { block: Block }) {
  const say = canvasWords[locale]
  const View = Object.hasOwn(views, block.type) ? views[block.type] : undefined
  if (!View) return <Placeholder title={say.unknown} detail={block.type} />
  if (block.version !== versions[block.type]) {
    return <Placeholder title={say.otherVersion} detail={`${block.type} v${block.version}`} />
  }
  return <View props={block.props} blockId={block.id} slots={slotsOf(block, say.dropHere)} />
}

/**
 * In the editor every slot the view asks for is there, filled or not: an empty one is where
 * something can be dropped. Which names there are is the view's to say, so they are made on demand.
 */
function slotsOf(block: Block, hint: string): Record<string, ComponentChildren> {
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

function CanvasSlot(props: { of: BlockId; name: string; hint: string; blocks: readonly BlockId[] }) {
  return (
    <div class="zg-slot" data-slot={props.name} data-of={props.of}>
      {props.blocks.map((id) => (
        <CanvasBlock key={id} id={id} />
      ))}
      {props.blocks.length === 0 && <p class="zg-drop-hint">{props.hint}</p>}
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
