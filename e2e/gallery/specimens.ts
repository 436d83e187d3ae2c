import type { StateSample, WidgetFixtures } from '../../widgets/kit/fixtures'

/** One thing to look at: a widget's props, and what its tool says when it plays one. */
export interface Specimen {
  /** The state's name in the fixtures; `default`, `sample` or `sample-2` for a widget without states. */
  name: string
  props: Record<string, unknown>
  /** The names of its slots, which are filled with their names. */
  slots: string[]
  sample?: StateSample<unknown>
}

/** What the gallery needs to know of a definition. */
export interface Exhibited {
  type: string
  version: number
  defaults: Record<string, unknown>
  isStatic: boolean
  slots: (props: Record<string, unknown>) => Record<string, unknown>
}

/**
 * Everything the fixtures offer to look at: each state with the props of the last sample, or the
 * defaults and each sample of the current version. `over` is laid over the props of all of them.
 */
export function specimensOf(
  { version, defaults, slots }: Exhibited,
  fixtures: WidgetFixtures,
  over: Record<string, unknown> = {},
): Specimen[] {
  const specimen = (name: string, stored: Record<string, unknown>, sample?: StateSample<unknown>) => {
    const props = { ...stored, ...over }
    return { name, props, slots: Object.keys(slots(props)), sample }
  }
  const samples = fixtures.versions.filter((each) => each.version === version).map(({ props }) => props)
  const states = Object.entries(fixtures.states ?? {})
  if (states.length > 0) {
    return states.map(([name, sample]) => specimen(name, samples.at(-1) ?? defaults, sample))
  }
  return [
    specimen('default', defaults),
    ...samples.map((props, i) => specimen(i === 0 ? 'sample' : `sample-${i + 1}`, props)),
  ]
}
