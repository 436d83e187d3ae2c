import { type ActionCall, isReference } from '@/schemas/action-call'
import type { Block } from '@/schemas/page'
import type { BoundEvent } from '@/widgets/kit/bound-events'
import type { AnyWidgetDefinition } from '@/widgets/kit/definition'
import { heldCalls } from './held-calls'

/** What the block's events do, with how the phone notices them; undefined when they do nothing. */
export function boundEventsOf(
  block: Block,
  { events, entrance }: AnyWidgetDefinition,
): BoundEvent[] | undefined {
  const bound = heldCalls(block).flatMap(({ calls, event: name, part }): BoundEvent[] => {
    if (calls.length === 0) return []
    if (part !== undefined) return [{ sign: { what: 'tap', part }, values: {}, calls }]
    const event = name !== undefined && Object.hasOwn(events, name) ? events[name] : undefined
    if (!event) return []
    const asked = new Set(referencesIn(calls))
    const values = Object.entries(event.values ?? {}).filter(([value]) => asked.has(`event.${value}`))
    return [
      { sign: event.sign, values: Object.fromEntries(values.map(([value, { at }]) => [value, at])), calls },
    ]
  })
  const opening = entrance?.(block.props)
  if (opening) {
    const calls: BoundEvent['calls'] = [{ kind: 'openPopup', block: block.id, inputs: {} }]
    bound.push({ sign: { what: 'entered', ...opening }, values: {}, calls })
  }
  return bound.length > 0 ? bound : undefined
}

/** True when some action of the page is told this value, whichever event it belongs to. */
export function refersTo(blocks: Readonly<Record<string, Block>>, ref: string): boolean {
  return Object.values(blocks).some((block) =>
    heldCalls(block).some(({ calls }) => referencesIn(calls).includes(ref)),
  )
}

function referencesIn(calls: readonly ActionCall[]): string[] {
  return calls.flatMap(({ inputs }) =>
    Object.values(inputs as Record<string, unknown>).flatMap((value) =>
      isReference(value) ? [value.ref] : [],
    ),
  )
}
