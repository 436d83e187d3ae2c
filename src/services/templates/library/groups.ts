import {
  button,
  card,
  columns,
  contentOf,
  heading,
  image,
  item,
  notice,
  paragraph,
  space,
  text,
} from './blocks'
import type { GroupTemplate } from './template'

const opening: GroupTemplate = {
  key: 'group-opening',
  kind: 'group',
  occasion: 'everyday',
  theme: 'double-11',
  name: { 'zh-CN': '会场开头', en: 'Venue opening' },
  description: { 'zh-CN': '公告、大标题和一个主按钮。', en: 'A notice, a title and one main button.' },
  content: contentOf({
    news: notice('horn', 'surface', [
      ['限时福利今晚 8 点准时开启', ''],
      ['会员每天都能来领，零点刷新', ''],
    ]),
    gap: space(16),
    title: text('年度大促 正在进行', 'title', 'center'),
    lead: text('先领券，再下单，好价不等人', 'note', 'center'),
    go: button('立即参加', '', { size: 'large' }),
  }),
}

const steps: GroupTemplate = {
  key: 'group-steps',
  kind: 'group',
  occasion: 'everyday',
  theme: 'fresh',
  name: { 'zh-CN': '三步玩法', en: 'Three steps' },
  description: { 'zh-CN': '一张卡片说清楚怎么玩。', en: 'One card that says how it is played.' },
  content: contentOf({
    card: card([
      heading('三步参加'),
      item('登录会员账号，领取你的**专属机会**。'),
      item('完成抽奖或领券，奖励实时到账。'),
      item('到「我的奖励」查看，下单时自动抵扣。'),
    ]),
  }),
}

const rights: GroupTemplate = {
  key: 'group-rights',
  kind: 'group',
  occasion: 'member-day',
  theme: 'member-day',
  name: { 'zh-CN': '三项权益', en: 'Three rights' },
  description: {
    'zh-CN': '黑金三连图，适合会员日。',
    en: 'Three pictures in black and gold, for member days.',
  },
  content: contentOf({
    title: text('会员三重礼', 'heading', 'center'),
    row: columns('1:1:1', 8, { first: ['a'], second: ['b'], third: ['c'] }),
    a: image('right-coupon', '会员专享券', [220, 260], { radius: 12 }),
    b: image('right-draw', '每日抽奖', [220, 260], { radius: 12 }),
    c: image('right-points', '积分礼', [220, 260], { radius: 12 }),
  }),
}

const story: GroupTemplate = {
  key: 'group-story',
  kind: 'group',
  occasion: 'everyday',
  theme: 'fresh',
  name: { 'zh-CN': '左图右文', en: 'Picture and words' },
  description: {
    'zh-CN': '一张图、一段话，讲一个卖点。',
    en: 'A picture and a paragraph that tell one thing.',
  },
  content: contentOf({
    row: columns('1:1', 12, { first: ['picture'], second: ['words'] }),
    picture: image('story-leaf', '商品细节', [340, 340], { radius: 12 }),
    words: card([heading('一句话卖点'), paragraph('用两三行说清楚，它为什么值得买。')]),
  }),
}

const closing: GroupTemplate = {
  key: 'group-closing',
  kind: 'group',
  occasion: 'everyday',
  theme: 'spring',
  name: { 'zh-CN': '页尾', en: 'Page end' },
  description: {
    'zh-CN': '花纹分隔、一句结语和查看奖励。',
    en: 'An ornament, a closing line and the way to the rewards.',
  },
  content: contentOf({
    line: space(40, 'ornament'),
    bye: text('活动详情以本页公示的规则为准', 'note', 'center'),
    mine: button('查看我的奖励', '/my/rewards', { look: 'outline', width: 'auto' }),
    end: space(24),
  }),
}

export const GROUPS: readonly GroupTemplate[] = [opening, steps, rights, story, closing]
