import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    { version: 1, props: { title: '今日福利', look: 'sheet', hasTitle: true } },
    {
      version: 2,
      props: {
        title: '双11 开场红包',
        look: 'bare',
        hasTitle: false,
        opens: 'entry',
        frequency: 'daily',
        delaySeconds: 2,
      },
    },
  ],
}
