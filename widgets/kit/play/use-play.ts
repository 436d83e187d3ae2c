import { useEffect, useRef, useState } from 'preact/hooks'
import type { Outcome } from '../../../schemas/outcome'
import { type ActionFailure, useHost } from '../view'
import { useAction, useToolState } from '../view-hooks'

/** How a tap ended: an outcome, or no answer at all. */
export type Answer = Outcome | ActionFailure

/** An action of the block's tool as a view plays it. */
export interface Play<Input> {
  /**
   * Performs the action, and once more after a sign-in that it asked for. With the failure of an
   * earlier attempt it repeats that attempt. Undefined when the tap does not count: in the
   * editor, or while the same input is under way.
   */
  play: (input: Input, failure?: ActionFailure) => Promise<Answer | undefined>
  isPending: (input: Input) => boolean
  /** How the last tap ended, until it is dismissed, the next one begins, or the network is back. */
  answer: Answer | undefined
  /** Performs the last input again, as the same request when its answer was lost. */
  retry: () => void
  dismiss: () => void
}

/**
 * Answers one tap: asks, and where the member must sign in first and does so on the spot, asks
 * again, so that nobody has to tap twice.
 */
export async function answerTap(
  perform: () => Promise<Answer>,
  login: () => Promise<boolean>,
): Promise<Answer> {
  const answer = await perform()
  return answer.status === 'login_required' && (await login()) ? perform() : answer
}

/** True when trying again may end differently. */
export function canRetry({ status }: Answer): boolean {
  return status === 'failed' || status === 'busy' || status === 'login_required'
}

/** True of an answer that tells of nothing but a broken network: it is over when that is back. */
function isOfflineOnly(answer: Answer): boolean {
  return answer.status === 'failed' && answer.offline
}

/**
 * Plays an action of the block's tool. Inputs with the same `keyOf` are the same tap. A tap that
 * a sign-in interrupted goes on with `resume`, or else as it is.
 */
export function usePlay<Input>(
  blockId: string,
  action: string,
  keyOf: (input: Input) => string,
  resume?: (input: Input) => void,
): Play<Input> {
  const { login, isEditing, onResume } = useHost()
  const { status } = useToolState(blockId)
  const { perform, isPending } = useAction<Input>(blockId, action, keyOf)
  const [last, setLast] = useState<{ answer: Answer; input: Input }>()

  // Only when it changes: a failure comes before the state that is found out of reach after it.
  useEffect(() => {
    if (status === 'ready') setLast((known) => (known && isOfflineOnly(known.answer) ? undefined : known))
  }, [status])

  const play = async (input: Input, failure?: ActionFailure) => {
    if (isEditing || isPending(input)) return undefined
    setLast(undefined)
    const answer = await answerTap(() => perform(input, failure), login)
    setLast({ answer, input })
    return answer
  }

  const goOn = useRef<(input: Input) => unknown>(play)
  goOn.current = resume ?? play
  useEffect(
    () => onResume?.(blockId, action, (input) => goOn.current(input as Input)),
    [onResume, blockId, action],
  )

  return {
    play,
    isPending,
    answer: last?.answer,
    retry: () => {
      if (last) void play(last.input, last.answer.status === 'failed' ? last.answer : undefined)
    },
    dismiss: () => setLast(undefined),
  }
}
