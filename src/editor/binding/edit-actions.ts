import type { ActionCall, ActionKind, EventBindings } from '@/schemas/action-call'

/** A new action, which the rest is still to be said of. */
export function newCall(kind: ActionKind, block: string | undefined): ActionCall {
  switch (kind) {
    case 'navigate':
      return { kind, inputs: { link: '' } }
    case 'openPopup':
    case 'scrollTo':
    case 'tool':
      return { kind, ...(block !== undefined && { block }), inputs: {} }
    case 'share':
      return { kind, inputs: { title: { ref: 'page.title' } } }
    case 'copy':
      return { kind, inputs: { text: '' } }
    case 'call':
      return { kind, inputs: { phone: '' } }
    case 'track':
      return { kind, inputs: { name: '', detail: '' } }
  }
}

/** What the events do once one of them does this; a block whose events do nothing holds nothing. */
export function withCalls(
  on: EventBindings | undefined,
  event: string,
  calls: readonly ActionCall[],
): EventBindings | undefined {
  const { [event]: _, ...others } = on ?? {}
  const next: EventBindings = calls.length > 0 ? { ...on, [event]: [...calls] } : others
  return Object.keys(next).length > 0 ? next : undefined
}

/** The action with these inputs; the schema says whether it may have them. */
export function withInputs(call: ActionCall, inputs: Readonly<Record<string, unknown>>): ActionCall {
  return { ...call, inputs } as ActionCall
}
