import type { LotteryMessages } from './messages'
import type { LotteryState, Skin, Standing } from './state'
import type { Round } from './view-draw'
import type { ButtonProps } from './view-skin'

/** Where a tap on the button does something. */
export const ACTIVE: Standing[] = ['draw', 'sign_in', 'no_chance']

interface ButtonFacts {
  state: LotteryState | undefined
  standing: Standing
  chances: number
  round: Round
  skin: Skin
  /** The member's own state is not known yet. */
  isLoading: boolean
  text: LotteryMessages
  when: (iso: string) => string
}

/** What the button says and whether it can be pressed. */
export function buttonOf(facts: ButtonFacts): Omit<ButtonProps, 'onTap'> {
  const { standing, round, skin, isLoading, text } = facts
  // Whose draw it is is not known yet: what could be tapped only waits, and is not greyed out.
  const isWaiting = isLoading && ACTIVE.includes(standing)
  const isBusy = round.stage !== 'idle' && round.stage !== 'shown'
  let label = text.button[isWaiting ? 'draw' : standing]
  if (round.stage === 'turning' && round.isSlow) label = text.revealing
  else if (isBusy) label = text.turning
  else if (skin === 'scratch' && (isWaiting || standing === 'draw')) label = text.reveal
  let note = ''
  if (isWaiting) note = '\u00a0'
  else if (!isBusy) note = noteOf(facts)
  return { label, note, isOff: isLoading || !ACTIVE.includes(standing), isBusy: isBusy || isWaiting }
}

/** What stands in small print: how many are left, or when there is more. */
function noteOf({ state, standing, chances, text, when }: ButtonFacts): string {
  if (!state) return ''
  if (standing === 'not_started') return when(state.startsAt)
  if (standing === 'sold_out') return state.soldOut?.nextAt ? when(state.soldOut.nextAt) : ''
  return ACTIVE.includes(standing) ? text.left(chances) : ''
}
