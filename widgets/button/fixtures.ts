import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    { version: 1, props: { label: '去主会场', link: '/p/double-11', look: 'outline', width: 'auto' } },
  ],
}
