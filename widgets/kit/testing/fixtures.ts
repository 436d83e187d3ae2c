import type { AnyWidgetDefinition } from '../definition'
import type { WidgetFixtures } from '../fixtures'

/** The samples that a widget brings in its fixtures.ts. */
export async function loadFixtures(type: string): Promise<WidgetFixtures> {
  return (await import(`../../${type}/fixtures.ts`)).fixtures
}

/** A stored sample's props as the widget's current version reads them. */
export function migrateSample(
  definition: AnyWidgetDefinition,
  stored: { version: number; props: Record<string, unknown> },
): Record<string, unknown> {
  return definition.migrations
    .filter(({ to }) => to > stored.version)
    .reduce((props, { up }) => up(props), structuredClone(stored.props))
}
