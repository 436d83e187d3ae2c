import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    {
      version: 1,
      props: {
        src: '/assets/u/0f343b0931126a20f133d67c2b018a3b5e2a4c8e6d3b1f0a9c8d7e6f5a4b3c2d.webp',
        alt: '双11 主会场，全场五折起',
        link: '/p/double-11',
        width: 750,
        height: 420,
        padding: 12,
        radius: 8,
      },
    },
  ],
}
