import type { Block, PageDefinition, ThemeName } from '@/schemas/page'
import type { RichBlock, RichRun } from '@/schemas/rich-text'
import type { GroupContent } from '@/schemas/template'
import { newPage } from '@/src/document'
import { definitions } from '@/widgets/registry.definitions.gen'

/* A short hand for what stands on the pages of templates. */

export type Draft = Omit<Block, 'id' | 'version'>

/** Blocks by id; those that nobody holds in a slot stand on the page, in this order. */
export type Drafts = Record<string, Draft | undefined>

export function contentOf(drafts: Drafts): GroupContent {
  const blocks: GroupContent['blocks'] = {}
  const held = new Set<string>()
  for (const [id, draft] of Object.entries(drafts)) {
    if (!draft) continue
    blocks[id] = { id, version: definitions[draft.type]?.version ?? 1, ...draft }
    for (const child of Object.values(draft.slots ?? {}).flat()) held.add(child)
  }
  return { root: Object.keys(blocks).filter((id) => !held.has(id)), blocks }
}

export function pageOf(
  head: { title: string; theme: ThemeName; share: { description: string; image: string } },
  drafts: Drafts,
): PageDefinition {
  const { title, theme, share } = head
  return { ...newPage({ title, theme, locale: 'zh-CN' }), share: { title, ...share }, ...contentOf(drafts) }
}

/** Where the drawings that come with templates are. */
export const drawing = (name: string) => `/assets/templates/${name}.svg`

export function image(
  name: string,
  alt: string,
  size: [width: number, height: number],
  more: { link?: string; padding?: number; radius?: number } = {},
): Draft {
  const [width, height] = size
  const { link = '', padding = 0, radius = 0 } = more
  return { type: 'image', props: { src: drawing(name), alt, link, width, height, padding, radius } }
}

export const text = (value: string, look = 'body', align = 'left', colour?: string): Draft => ({
  type: 'text',
  props: { text: value, look, align, ...(colour && { colour }) },
})

export const space = (height: number, line = 'none'): Draft => ({ type: 'spacer', props: { height, line } })

export const notice = (icon: string, look: string, lines: [text: string, link: string][]): Draft => ({
  type: 'notice',
  props: { lines: lines.map(([text, link]) => ({ text, link })), icon, look, seconds: 4 },
})

export const countdown = (to: Date, before: string, after: string, look = 'tiles'): Draft => ({
  type: 'countdown',
  props: { to: to.toISOString(), before, after, look },
})

export const button = (label: string, link: string, more: object = {}): Draft => ({
  type: 'button',
  props: { label, link, look: 'solid', width: 'full', ...more },
})

/** A widget that plays a tool; unbound while there is none. */
export function play(type: string, props: Draft['props'], toolId: string | undefined): Draft {
  return { type, props, ...(toolId !== undefined && { tool: { id: toolId } }) }
}

export const columns = (ratio: string, gap: number, slots: Record<string, string[]>): Draft => ({
  type: 'columns',
  props: { ratio, gap },
  slots,
})

type Icon = 'home' | 'list' | 'gift' | 'coupon' | 'cart' | 'fire' | 'star' | 'coin' | 'user'

/** The first entry is the page itself. */
export const tabBar = (entries: [label: string, icon: Icon, link: string][]): Draft => ({
  type: 'tab-bar',
  props: {
    entries: entries.map(([label, icon, link], i) => ({ label, icon, image: '', link, isCurrent: i === 0 })),
  },
})

export const anchorNav = (look: 'line' | 'pill', entries: [label: string, blockId: string][]): Draft => ({
  type: 'anchor-nav',
  props: { look, entries: entries.map(([label, id]) => ({ label, target: `#${id}` })) },
})

/** Runs in which `**…**` is bold. */
function runsOf(value: string): RichRun[] {
  return value
    .split('**')
    .map((part, i): RichRun => (i % 2 ? { text: part, bold: true, colour: 'brand' } : { text: part }))
    .filter(({ text }) => text !== '')
}

export const heading = (value: string, size: 'large' | 'small' = 'small'): RichBlock => ({
  kind: 'heading',
  size,
  runs: runsOf(value),
})

export const item = (value: string, list: 'number' | 'bullet' = 'number'): RichBlock => ({
  kind: 'item',
  list,
  level: 0,
  runs: runsOf(value),
})

export const paragraph = (value: string): RichBlock => ({ kind: 'paragraph', runs: runsOf(value) })

export const card = (blocks: RichBlock[]): Draft => ({
  type: 'rich-text',
  props: { text: blocks, look: 'card', size: 'normal' },
})
