import type { Block, PageDefinition } from '@/schemas/page'
import { newPage } from '@/src/document'

type Draft = Omit<Block, 'id' | 'version'> & { slots?: Record<string, string[]> }

function pageOf(
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

const text = (value: string, look = 'body', align = 'left'): Draft => ({
  type: 'text',
  props: { text: value, look, align },
})
const picture = (src: string, alt: string, width: number, height: number): Draft => ({
  type: 'image',
  props: { src, alt, link: '', width, height, padding: 0, radius: 0 },
})

/** The venue of 双11: a picture, the countdown to its end, and the coupon wall. */
export function double11Page(o: { toolId: string; endsAt: string }): PageDefinition {
  return pageOf(
    {
      title: '双11 好券先领',
      theme: 'double-11',
      share: { title: '双11 好券先领', description: '满 199 减 20，先到先得', image: '' },
    },
    ['hero', 'clock', 'wall', 'how', 'more'],
    {
      hero: picture('/assets/pictures/double-11.svg', '双11 主会场:好券先领，最高减 100 元', 750, 420),
      clock: {
        type: 'countdown',
        props: { to: o.endsAt, before: '距结束仅剩', after: '活动已经结束', look: 'tiles' },
      },
      wall: {
        type: 'coupon-wall',
        props: { title: '先领券 再下单', layout: 'list', showProgress: true },
        tool: { id: o.toolId },
      },
      how: {
        type: 'columns',
        props: { ratio: '1:1:1', gap: 8 },
        slots: { first: ['one'], second: ['two'], third: ['three'] },
      },
      one: text('① 领券\n点一下就到账', 'note', 'center'),
      two: text('② 选购\n会场商品通用', 'note', 'center'),
      three: text('③ 结算\n满额自动抵扣', 'note', 'center'),
      more: {
        type: 'button',
        props: { label: '看看活动规则', link: '/p/about-double-11', look: 'outline', width: 'full' },
        style: { marginTop: 8, marginBottom: 24 },
      },
    },
  )
}

/** The rules of 双11: static widgets only, so phones load no script for it. */
export function aboutDouble11Page(): PageDefinition {
  return pageOf(
    {
      title: '双11 活动规则',
      theme: 'fresh',
      share: { title: '双11 活动规则', description: '怎么领、怎么用、什么时候到期', image: '' },
    },
    ['hero', 'title', 'who', 'how', 'when', 'help', 'back'],
    {
      hero: picture('/assets/pictures/double-11.svg', '双11 主会场', 750, 420),
      title: text('活动规则', 'title'),
      who: text('一、活动期间登录即可参加，每位会员每种券限领的张数以券面为准。'),
      how: text('二、券领取后自动放入「我的奖励」，下单满额时自动抵扣，一笔订单限用一张。'),
      when: text('三、券在券面注明的有效期内使用，过期作废，不找零、不兑现。'),
      help: text('四、对活动有疑问，请联系在线客服。', 'note'),
      back: {
        type: 'button',
        props: { label: '返回会场领券', link: '/p/double-11', look: 'solid', width: 'full' },
        style: { marginTop: 16, marginBottom: 24 },
      },
    },
  )
}
