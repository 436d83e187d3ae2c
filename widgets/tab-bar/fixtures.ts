import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    {
      version: 1,
      props: {
        entries: [
          { label: '主会场', icon: 'home', image: '', link: '/p/double-11', isCurrent: false },
          { label: '秒杀', icon: 'fire', image: '', link: '/p/flash', isCurrent: true },
          {
            label: '品牌馆',
            icon: 'own',
            image: '/assets/u/0f343b0931126a20f133d67c2b018a3b5e2a4c8e6d3b1f0a9c8d7e6f5a4b3c2d.webp',
            link: '/p/brands',
            isCurrent: false,
          },
          { label: '积分商城', icon: 'coin', image: '', link: '/p/points', isCurrent: false },
          { label: '我的', icon: 'user', image: '', link: '/my/rewards', isCurrent: false },
        ],
      },
    },
  ],
}
