import { useCallback, useEffect, useReducer, useState } from 'preact/hooks'
import type { Outcome } from '../../schemas/outcome'
import type { ByLocale } from './messages'
import { type ActionFailure, type ToolSnapshot, useHost } from './view'

function useRedraw(): () => void {
  return useReducer((count: number, _: void) => count + 1, 0)[1]
}

/** The tool's state for this member, kept up to date. `State` is what the tool's `present` returns. */
export function useToolState<State>(blockId: string): ToolSnapshot<State> {
  const host = useHost()
  const redraw = useRedraw()
  useEffect(() => host.onToolChange(blockId, redraw), [host, blockId, redraw])
  return host.readTool(blockId) as ToolSnapshot<State>
}

/**
 * An action of the block's tool, and which of its inputs is under way, by `keyOf` of the input.
 * `perform` with the failure of an earlier attempt repeats that attempt, so it cannot count twice.
 */
export function useAction<Input>(blockId: string, action: string, keyOf: (input: Input) => string) {
  const host = useHost()
  const redraw = useRedraw()
  // A set of its own and no state: a second tap in the same frame must already find it there.
  const [underWay] = useState(() => new Set<string>())
  const perform = useCallback(
    async (input: Input, failure?: ActionFailure): Promise<Outcome | ActionFailure> => {
      const key = keyOf(input)
      underWay.add(key)
      redraw()
      try {
        return await (failure ? failure.retry() : host.perform(blockId, action, input))
      } finally {
        underWay.delete(key)
        redraw()
      }
    },
    [host, blockId, action, keyOf, underWay, redraw],
  )
  return { perform, isPending: (input: Input) => underWay.has(keyOf(input)) }
}

/**
 * The server's clock in ms, redrawing about every second while mounted. Undefined on the server
 * and in the first drawing on the phone: what is written there must not depend on the time, or
 * the two would differ.
 */
export function useNow(): number | undefined {
  const host = useHost()
  const [isMounted, setMounted] = useState(false)
  const redraw = useRedraw()
  useEffect(() => {
    setMounted(true)
    return host.onTick(redraw)
  }, [host, redraw])
  return isMounted ? host.now() : undefined
}

/** The view's own words in the page's language. */
export function useMessages<T>(messages: ByLocale<T>): T {
  return messages[useHost().locale]
}
