import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    {
      version: 1,
      props: { to: '2026-11-11T12:00:00.000Z', before: '距晚八点开抢', after: '已经开抢', look: 'tiles' },
    },
  ],
}
