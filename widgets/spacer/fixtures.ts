import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    { version: 1, props: { height: 40, line: 'ornament' } },
    { version: 1, props: { height: 32, line: 'dashed' } },
    { version: 1, props: { height: 24, line: 'solid' } },
  ],
}
