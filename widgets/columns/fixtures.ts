import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [{ version: 1, props: { ratio: '1:1:1', gap: 12 } }],
}
