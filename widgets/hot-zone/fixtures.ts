import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    {
      version: 1,
      props: {
        src: '/assets/pictures/double-11-zones.svg',
        alt: '双11 玩法中心：拆红包、幸运抽奖、会员专享',
        regions: [
          { x: 290, y: 1_600, w: 4_620, h: 7_900, link: '#packet', label: '去拆红包' },
          { x: 5_090, y: 1_600, w: 4_580, h: 3_840, link: '/p/double-11#lottery', label: '去抽奖' },
          { x: 5_090, y: 5_700, w: 4_580, h: 3_800, link: 'tel:4008208820', label: '问会员客服' },
        ],
        width: 750,
        height: 520,
        padding: 12,
        radius: 12,
      },
    },
  ],
}
