import type { ActionCall } from '../../../schemas/action-call'
import type { Block } from '../../../schemas/page'
import { heldCalls } from '../held-calls'
import type { HeldAddress } from './links-in'
import type { HeldText } from './texts-in'

/** Addresses that the block's actions lead to. One named by a reference is known only when it happens. */
export function addressesInActions(block: Block): HeldAddress[] {
  return inputsOf(block, ({ kind, inputs }) => (kind === 'navigate' ? { link: inputs.link } : {})).map(
    ({ text, path }) => ({ address: text, path }),
  )
}

/** What the block's actions let members read: the words they share and copy. */
export function textsInActions(block: Block): HeldText[] {
  return inputsOf(block, (call) => {
    if (call.kind === 'share') return { title: call.inputs.title }
    return call.kind === 'copy' ? { text: call.inputs.text } : {}
  })
}

/** Those inputs of the actions that are written down and not empty. */
function inputsOf(block: Block, read: (call: ActionCall) => Record<string, unknown>): HeldText[] {
  return heldCalls(block).flatMap(({ calls, path }) =>
    calls.flatMap((call, i) =>
      Object.entries(read(call)).flatMap(([name, value]): HeldText[] =>
        typeof value === 'string' && value.trim() !== ''
          ? [{ text: value, path: [...path, i, 'inputs', name] }]
          : [],
      ),
    ),
  )
}
