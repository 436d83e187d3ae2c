import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    {
      version: 1,
      props: {
        lines: [
          { text: '因大促订单较多，部分地区发货可能延迟 1–2 天，请耐心等待，感谢理解', link: '' },
          { text: '今晚 20:00 满 199 减 20 券第二场开抢', link: '#block-1' },
          { text: '新人首单立减 15 元', link: '/p/new-member' },
        ],
        icon: 'fire',
        look: 'brand',
        seconds: 4,
      },
    },
  ],
}
