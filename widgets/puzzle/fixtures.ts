import type { WidgetFixtures } from '../kit/fixtures'

const picture = { fit: 'cover', focusX: 50, focusY: 50 }

export const fixtures: WidgetFixtures = {
  versions: [
    {
      version: 1,
      props: {
        cells: [
          {
            ...picture,
            src: '/assets/u/0f343b0931126a20f133d67c2b018a3b5e2a4c8e6d3b1f0a9c8d7e6f5a4b3c2d-900x1200.webp',
            alt: '双11 主会场',
            link: '/p/double-11',
            tint: '#c8102e',
            x: 0,
            y: 0,
            w: 5_000,
            h: 10_000,
          },
          {
            ...picture,
            src: '/assets/pictures/double-11-zones.svg',
            alt: '玩法中心',
            link: '#packet',
            fit: 'contain',
            x: 5_000,
            y: 0,
            w: 5_000,
            h: 4_000,
          },
          { ...picture, src: '', alt: '', link: '', focusY: 0, x: 5_000, y: 4_000, w: 5_000, h: 6_000 },
        ],
        width: 750,
        height: 500,
        gap: 8,
        padding: 12,
        radius: 8,
      },
    },
  ],
}
