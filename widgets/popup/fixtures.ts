import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [{ version: 1, props: { title: '今日福利', look: 'sheet', hasTitle: true } }],
}
