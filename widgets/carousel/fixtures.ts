import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    {
      version: 1,
      props: {
        slides: [
          { image: '/assets/pictures/banner-coupons.svg', alt: '好券先领，满 199 减 20', link: '#coupons' },
          { image: '/assets/pictures/banner-digital.svg', alt: '数码狂欢，爆款直降', link: '/p/double-11' },
          { image: '/assets/pictures/banner-fresh.svg', alt: '年货鲜食，第二件半价', link: '' },
        ],
        seconds: 4,
        width: 702,
        height: 300,
        padding: 12,
        radius: 12,
      },
    },
  ],
}
