import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    {
      version: 1,
      props: { text: '双11 主会场\n爆款低至五折', look: 'title', align: 'center', colour: '#d4006a' },
    },
  ],
}
