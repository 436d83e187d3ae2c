import { type ComponentChildren, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Block } from '@/schemas/page'
import type { PageDataBlock } from '@/schemas/phone'
import { boundEventsOf } from '@/src/document'
import type { BoundEvent } from '@/widgets/kit/bound-events'
import { type ActionFailure, type ViewHost, ViewHostContext } from '@/widgets/kit/view'
import { escapeHtml } from './html-text'
import type { DrawableBlock } from './widgets'

/**
 * One block as HTML, cut where its slots are: `html[0] slots[0] html[1] slots[1] … html[n]`.
 * What stands in the slots is put there by assembly, so each block is drawn once and apart.
 */
export interface Fragment {
  html: string[]
  slots: string[]
  /** What the phone needs to bring the block to life; absent for static ones. */
  island?: PageDataBlock
  /** What its events do; absent when they do nothing. */
  bound?: readonly BoundEvent[] | undefined
}

// Text is escaped when it is drawn, so nothing a person typed can look like this.
const slotMark = (name: string) => `<!--slot:${name}-->`
const SLOT_MARK = /<!--slot:([a-zA-Z0-9]+)-->/

/** What the whole page lends to each block while it is drawn. */
export interface ServerHostParts {
  locale: 'zh-CN' | 'en'
  timeZone: string
  now: () => number
  tools: Readonly<Record<string, unknown>>
}

const FAILED: ActionFailure = { status: 'failed', offline: false, retry: async () => FAILED }

/** A host for drawing only: tools are as anybody may see them, and nothing can be pressed. */
export function createServerHost({ locale, timeZone, now, tools }: ServerHostParts): ViewHost {
  return {
    locale,
    timeZone,
    now,
    onTick: () => () => {},
    readTool: (blockId) => ({
      status: 'loading',
      state: Object.hasOwn(tools, blockId) ? tools[blockId] : undefined,
    }),
    onToolChange: () => () => {},
    perform: async () => FAILED,
    navigate: () => {},
    params: {},
    setParam: () => {},
    share: async () => 'failed',
    copy: async () => false,
    refresh: () => {},
    login: async () => false,
    isEditing: false,
  }
}

/** Draws one block. Throws what its view throws. */
export function renderBlock({ block, definition, View }: DrawableBlock, host: ViewHost): Fragment {
  const filled = Object.entries(block.slots ?? {}).flatMap(([name, ids]) => (ids.length > 0 ? [name] : []))
  const slots: Record<string, ComponentChildren> = {}
  for (const name of filled) {
    slots[name] = h('div', {
      class: 'zg-slot',
      'data-slot': name,
      'data-of': block.id,
      dangerouslySetInnerHTML: { __html: slotMark(name) },
    })
  }
  const view = h(View, { props: block.props, blockId: block.id, slots })
  const inner = renderToString(h(ViewHostContext.Provider, { value: host, children: view }))
  const pieces = `${openTag(block)}${inner}</div>`.split(SLOT_MARK)
  return {
    html: pieces.filter((_, i) => i % 2 === 0),
    slots: pieces.filter((_, i) => i % 2 === 1),
    island: definition.isStatic
      ? undefined
      : { type: block.type, props: block.props, slots: filled.length > 0 ? filled : undefined },
    bound: boundEventsOf(block, definition),
  }
}

/** What stands in place of a block that cannot be drawn: its root, and nothing to see. */
export function emptyFragment(block: Block): Fragment {
  return {
    html: [
      `<div class="zg-block" id="${block.id}" data-block="${block.id}" data-widget="${block.type}"></div>`,
    ],
    slots: [],
  }
}

/** The root's id is what links to the block name: `#<blockId>`. */
function openTag({ id, type, style }: Block): string {
  const rules = [
    style?.marginTop && `margin-top:${style.marginTop}px`,
    style?.marginBottom && `margin-bottom:${style.marginBottom}px`,
    style?.background && `background-color:${style.background}`,
  ].filter(Boolean)
  const attribute = rules.length > 0 ? ` style="${escapeHtml(rules.join(';'))}"` : ''
  return `<div class="zg-block" id="${id}" data-block="${id}" data-widget="${type}"${attribute}>`
}
