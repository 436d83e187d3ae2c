import type { Block, PageDefinition } from '@/schemas/page'
import type { RichBlock } from '@/schemas/rich-text'
import { newPage } from '@/src/document'

/* A short hand for the demo's pages: what stands on them, without ids and versions. */

export type Draft = Omit<Block, 'id' | 'version'>

export function pageOf(
  head: Partial<PageDefinition> & { title: string },
  root: string[],
  blocks: Record<string, Draft>,
): PageDefinition {
  return {
    ...newPage({ title: head.title, locale: 'zh-CN' }),
    ...head,
    root,
    blocks: Object.fromEntries(
      Object.entries(blocks).map(([id, block]) => [id, { id, version: 1, ...block }]),
    ),
  }
}

export const text = (value: string, look = 'body', align = 'left'): Draft => ({
  type: 'text',
  props: { text: value, look, align },
})

export const picture = (src: string, alt: string, height: number): Draft => ({
  type: 'image',
  props: { src: `/assets/pictures/${src}.svg`, alt, link: '', width: 750, height, padding: 0, radius: 0 },
})

export const space = (height: number): Draft => ({ type: 'spacer', props: { height, line: 'none' } })

export const heading = (value: string): RichBlock => ({
  kind: 'heading',
  size: 'small',
  runs: [{ text: value }],
})

export const item = (value: string): RichBlock => ({
  kind: 'item',
  list: 'number',
  level: 0,
  runs: [{ text: value }],
})

export const rules = (blocks: RichBlock[], top = 16): Draft => ({
  type: 'rules',
  props: { title: '活动规则', text: blocks, display: 'tag', side: 'right', top },
})

export const goods = (title: string, layout: string, toolId: string, more: object = {}): Draft => ({
  type: 'goods',
  props: {
    title,
    moreText: '',
    moreLink: '',
    layout,
    picture: 'square',
    showStock: true,
    showListPrice: true,
    buttonText: '马上抢',
    ...more,
  },
  tool: { id: toolId },
})

type TabIcon = 'home' | 'coupon' | 'gift' | 'coin' | 'user'

/** The bar at the foot that leads from venue to venue. */
export function tabs(current: string): Draft {
  const entries: [string, TabIcon, string][] = [
    ['主会场', 'home', '/p/double-11'],
    ['新人礼', 'gift', '/p/new-member'],
    ['积分狂欢', 'coin', '/p/points-carnival'],
    ['我的', 'user', '/my/rewards'],
  ]
  return {
    type: 'tab-bar',
    props: {
      entries: entries.map(([label, icon, link]) => ({
        label,
        icon,
        image: '',
        link,
        isCurrent: link === current,
      })),
    },
  }
}
