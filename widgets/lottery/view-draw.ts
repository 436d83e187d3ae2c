import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Outcome } from '../../schemas/outcome'
import { type Answer, usePlay } from '../kit/play/use-play'
import { type ActionFailure, useHost } from '../kit/view'
import type { LotteryState } from './state'

/** After this long without an answer the member is told that the result is on its way, ms. */
const SLOW_MS = 4_000
/** How long a refusal that the state knows nothing of is believed: money may come back, ms. */
const LESSON_MS = 60_000

export type Drawn = Extract<Outcome, { status: 'granted' | 'no_prize' }>

/** One draw from the tap to its result. */
export type Round =
  /** Nothing moves. */
  | { stage: 'idle' }
  /** The member is asked to sign in first; nothing moves yet. */
  | { stage: 'asking' }
  /** It moves, and the answer is under way. */
  | { stage: 'turning'; isSlow: boolean }
  /** The answer is there, and the skin brings it to its place. */
  | { stage: 'landing'; outcome: Drawn; prize: number }
  /** The member looks at it. */
  | { stage: 'shown'; outcome: Drawn; prize: number }

const IDLE: Round = { stage: 'idle' }
const INPUT = {}
const keyOf = () => ''

/** Draws, and tells the skin what to do meanwhile. */
export function useDraw(blockId: string, state: LotteryState | undefined) {
  const { isEditing } = useHost()
  // A draw that goes on after a sign-in, or that another block asks for, is seen like any other.
  const action = usePlay<typeof INPUT>(blockId, 'draw', keyOf, () => void draw())
  const [round, setRound] = useState(IDLE)
  /** The state that does not know yet of a chance being used. */
  const [about, setAbout] = useState<LotteryState>()
  /** How the last draw was refused. */
  const [taught, setTaught] = useState<Answer['status']>()
  /** The answer that never came, until the member is done with it: being online again is no answer. */
  const [lost, setLost] = useState<ActionFailure>()
  const { stage } = round

  useEffect(() => {
    if (!taught) return
    const timer = setTimeout(() => setTaught(undefined), LESSON_MS)
    return () => clearTimeout(timer)
  }, [taught])

  useEffect(() => {
    if (stage !== 'turning') return
    const timer = setTimeout(() => setRound({ stage, isSlow: true }), SLOW_MS)
    return () => clearTimeout(timer)
  }, [stage])

  async function draw(failure?: ActionFailure): Promise<void> {
    if (isEditing || !state || (stage !== 'idle' && stage !== 'shown')) return
    setRound(state.isSignedIn ? { stage: 'turning', isSlow: false } : { stage: 'asking' })
    setAbout(state)
    setLost(undefined)
    const answer = await action.play(INPUT, failure)
    if (!answer) return
    if (answer.status !== 'granted' && answer.status !== 'no_prize') {
      setAbout(undefined)
      setTaught(answer.status)
      setLost(answer.status === 'failed' ? answer : undefined)
      setRound(IDLE)
      return
    }
    const key = (answer.detail as { prize?: string } | undefined)?.prize
    const prize = state.prizes.findIndex((shown) => shown.key === key)
    // A prize that came with a change of the lottery has no place to land on here.
    setRound({ stage: prize < 0 ? 'shown' : 'landing', outcome: answer, prize })
  }

  /** The skin has brought the result to its place. */
  const landed = useCallback(
    () => setRound((now) => (now.stage === 'landing' ? { ...now, stage: 'shown' } : now)),
    [],
  )

  const answer: Answer | undefined = stage === 'idle' ? (lost ?? action.answer) : undefined
  return {
    round,
    draw: () => void draw(),
    landed,
    taught,
    /** The member has seen the result. */
    close: () => setRound(IDLE),
    chances: Math.max(0, (state?.chances ?? 0) - (about && about === state ? 1 : 0)),
    notice: {
      answer,
      retry: () => void draw(lost),
      dismiss: () => {
        setLost(undefined)
        action.dismiss()
      },
    },
  }
}
