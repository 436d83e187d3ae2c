import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    {
      version: 1,
      props: {
        picture: 'coupon',
        image: '',
        label: '领神券',
        link: '/p/double-11',
        side: 'left',
        bottom: 160,
        moves: true,
      },
    },
  ],
}
