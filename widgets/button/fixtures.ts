import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    { version: 1, props: { label: '去主会场', link: '/p/double-11', look: 'outline', width: 'auto' } },
    {
      version: 1,
      props: { label: '领 ¥100 礼包', link: '#gift', look: 'solid', width: 'full', size: 'large' },
    },
    { version: 1, props: { label: '更多', link: '/p/more', look: 'outline', width: 'auto', size: 'small' } },
  ],
}
