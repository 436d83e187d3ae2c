import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    {
      version: 1,
      props: {
        src: '/assets/pictures/double-11-zones.svg',
        alt: '双11 玩法：红包雨、幸运抽奖、会员专享',
        regions: [
          { x: 300, y: 1_300, w: 4_600, h: 8_300, link: '#packet', label: '红包雨' },
          { x: 5_100, y: 1_300, w: 4_600, h: 4_000, link: '/p/double-11#lottery', label: '幸运抽奖' },
          { x: 5_100, y: 5_600, w: 4_600, h: 4_000, link: 'tel:4008208820', label: '会员专享' },
        ],
        width: 750,
        height: 520,
        padding: 12,
        radius: 12,
      },
    },
  ],
}
