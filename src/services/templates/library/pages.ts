import {
  button,
  card,
  columns,
  drawing,
  heading,
  image,
  item,
  pageOf,
  paragraph,
  space,
  text,
} from './blocks'
import type { PageTemplate } from './template'

/** A story in pictures and words; no tool, so phones load no script for it. */
const brandStory: PageTemplate = {
  key: 'brand-story',
  kind: 'page',
  occasion: 'everyday',
  name: { 'zh-CN': '品牌故事', en: 'Brand story' },
  description: {
    'zh-CN': '大图开篇、图文并行，适合新品发布与品牌专题。',
    en: 'A large opening picture, then words beside pictures: for launches and brand features.',
  },
  page: pageOf(
    {
      title: '品牌故事',
      theme: 'fresh',
      share: { description: '一片叶子到一杯茶，我们走了很远', image: drawing('story-hero') },
    },
    {
      hero: image('story-hero', '山间清晨的茶园', [750, 760]),
      title: text('一片叶子的旅程', 'title', 'center'),
      lead: text('从海拔八百米的云雾里，到你手边的一杯热茶。', 'body', 'center'),
      line: space(40, 'ornament'),
      first: columns('1:1', 12, { first: ['pictureA'], second: ['wordsA'] }),
      pictureA: image('story-leaf', '刚采下的两叶一芽', [340, 340], { radius: 12 }),
      wordsA: card([heading('只采春天'), paragraph('每年清明前的十五天，只取两叶一芽。')]),
      second: columns('1:1', 12, { first: ['wordsB'], second: ['pictureB'] }),
      wordsB: card([heading('慢慢烘'), paragraph('炭火低温烘焙四十八小时，留住山野的香气。')]),
      pictureB: image('story-cup', '一杯泡开的热茶', [340, 340], { radius: 12 }),
      more: button('去看看新品', '', { size: 'large' }),
      end: space(24),
    },
  ),
}

/** What people ask, answered in one place. */
const helpPage: PageTemplate = {
  key: 'help-page',
  kind: 'page',
  occasion: 'everyday',
  name: { 'zh-CN': '活动说明页', en: 'About the campaign' },
  description: {
    'zh-CN': '把会员常问的写清楚：怎么参加、怎么用、找谁帮忙。',
    en: 'What members ask, answered: how to take part, how to use it, whom to turn to.',
  },
  page: pageOf(
    { title: '活动说明', theme: 'fresh', share: { description: '怎么参加、怎么用、找谁帮忙', image: '' } },
    {
      title: text('活动说明', 'title'),
      lead: text('三分钟看懂，放心参加。', 'note'),
      join: card([
        heading('怎么参加'),
        item('打开活动页并登录会员账号。'),
        item('按页面提示领券、拆红包或抽奖，每天的次数零点刷新。'),
        item('得到的奖励都在「我的奖励」里。'),
      ]),
      use: card([
        heading('怎么用'),
        item('**优惠券**：下单满额自动抵扣，一笔订单限用一张。', 'bullet'),
        item('**现金**：存入余额，可抵扣订单。', 'bullet'),
        item('**实物**：在「我的奖励」填写收货地址，7 个工作日内寄出。', 'bullet'),
      ]),
      help: card([
        heading('遇到问题'),
        paragraph('奖励没到账、地址填错、物流异常，都可以联系客服：【请填写：客服电话或在线客服入口】。'),
      ]),
      mine: button('查看我的奖励', '/my/rewards'),
      end: space(24),
    },
  ),
}

export const PAGES: readonly PageTemplate[] = [brandStory, helpPage]
