import type { ToolFacts } from '../../schemas/condition-holds'
import type { AnyWidgetDefinition } from '../../widgets/kit/definition'

/**
 * What a widget's tool tells conditions, from the state its `present` returned. What it cannot say is
 * absent, and a question about it is answered with no. Never throws.
 */
export function toolFactsOf({ tells }: AnyWidgetDefinition, state: unknown): ToolFacts {
  return Object.fromEntries(
    Object.entries(tells).flatMap(([fact, tell]) => {
      try {
        return [[fact, (tell as (state: unknown) => unknown)(state)]]
      } catch {
        return []
      }
    }),
  )
}
