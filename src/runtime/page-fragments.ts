import type { BlockId, PageDefinition } from '@/schemas/page'
import { walkPage } from '@/src/document'
import { createServerHost, emptyFragment, type Fragment, renderBlock } from './render-block'
import { type DrawableBlock, drawable, type Widgets } from './widgets'

/** Every block of a page version, drawn. Assembly picks what is on now. */
export interface PageFragments {
  definition: PageDefinition
  fragments: ReadonlyMap<BlockId, Fragment>
  /** Blocks that show what a tool says, to be drawn again when that changes. */
  toolBound: readonly DrawableBlock[]
}

export interface RenderContext {
  timeZone: string
  now: () => number
  /** Told of each block whose view threw; the block is left empty. */
  onBroken: (blockId: BlockId, error: unknown) => void
}

function hostFor(
  definition: PageDefinition,
  tools: Record<string, unknown>,
  { timeZone, now }: RenderContext,
) {
  return createServerHost({ locale: definition.settings.locale, timeZone, now, tools })
}

function renderSafely(
  item: DrawableBlock,
  host: ReturnType<typeof hostFor>,
  { onBroken }: RenderContext,
): Fragment {
  try {
    return renderBlock(item, host)
  } catch (error) {
    onBroken(item.block.id, error)
    return emptyFragment(item.block)
  }
}

/** Draws every block once. What cannot be drawn is left empty; nothing throws. */
export function renderPage(
  definition: PageDefinition,
  tools: Record<string, unknown>,
  widgets: Widgets,
  context: RenderContext,
): PageFragments {
  const host = hostFor(definition, tools, context)
  const fragments = new Map<BlockId, Fragment>()
  const toolBound: DrawableBlock[] = []
  for (const { block } of walkPage(definition)) {
    const item = drawable(block, widgets)
    if (item?.definition.usesTool) toolBound.push(item)
    fragments.set(block.id, item ? renderSafely(item, host, context) : emptyFragment(block))
  }
  return { definition, fragments, toolBound }
}

/** The page with what its tools say now; everything else stays as it was drawn. */
export function renderTools(
  page: PageFragments,
  tools: Record<string, unknown>,
  context: RenderContext,
): PageFragments {
  const host = hostFor(page.definition, tools, context)
  const fragments = new Map(page.fragments)
  for (const item of page.toolBound) fragments.set(item.block.id, renderSafely(item, host, context))
  return { ...page, fragments }
}

/** A block that cannot be drawn, found while publishing. */
export class UndrawableBlock extends Error {
  override readonly name = 'UndrawableBlock'

  constructor(
    readonly blockId: BlockId,
    cause: unknown,
  ) {
    super(`block ${blockId} cannot be drawn`, { cause })
  }
}

/**
 * Draws every known block as publishing would, with no tool's state, and throws `UndrawableBlock`
 * for the first whose view throws. Unknown widgets and newer versions pass: they are left empty.
 */
export function renderCheck(definition: PageDefinition, widgets: Widgets, timeZone = 'Asia/Shanghai'): void {
  renderPage(definition, {}, widgets, {
    timeZone,
    now: Date.now,
    onBroken: (blockId, error) => {
      throw new UndrawableBlock(blockId, error)
    },
  })
}

/** The next instant after `at` at which some block comes on or goes off, ms; Infinity when none. */
export function nextBoundary({ blocks }: PageDefinition, at: number): number {
  let next = Number.POSITIVE_INFINITY
  for (const { schedule } of Object.values(blocks)) {
    for (const edge of [schedule?.from, schedule?.until]) {
      const instant = edge ? Date.parse(edge) : Number.NaN
      if (instant > at && instant < next) next = instant
    }
  }
  return next
}
