import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    {
      version: 1,
      props: {
        entries: [
          { label: '必抢好券', target: '#coupons' },
          { label: '红包雨', target: '#rain' },
          { label: '爆款直降', target: '#hot' },
          { label: '家电会场', target: '#appliances' },
          { label: '美妆个护', target: '#beauty' },
          { label: '积分兑好礼', target: '#block-1' },
        ],
        look: 'pill',
      },
    },
  ],
}
