/** @jsxImportSource preact */
import { MY_REWARDS } from '../kit/play/my-rewards'
import { phaseText } from '../kit/play/phase-text'
import { useWhen } from '../kit/play/when-text'
import { isPhone } from '../kit/target'
import { type ToolStatus, useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { chooseTool, viewMessages, wrongCount } from './messages'
import type { LotteryState, Skin, Standing } from './state'

interface StripProps {
  status: ToolStatus
  state: LotteryState | undefined
  standing: Standing
  /** The skin that was chosen, where it cannot show the prizes. */
  misfit: Skin | undefined
  /** The answer is late, or did not come at all. */
  isSlow: boolean
  isLost: boolean
  now: number | undefined
}

/** The one line above the game: always there, so that nothing moves when it changes. */
export function Strip(props: StripProps) {
  const { isSlow, isLost } = props
  const text = useMessages(viewMessages)
  const words = useWords(props)
  return (
    // A clock that counts down is not read out; that the answer is late is.
    <p class="zg-lt-strip" aria-live={isSlow || isLost ? 'polite' : 'off'}>
      {isLost ? (
        <a class="zg-lt-late" href={MY_REWARDS}>
          {text.late}
        </a>
      ) : (
        <span>{isSlow ? text.slow : words}</span>
      )}
    </p>
  )
}

function useWords({ status, state, standing, misfit, now }: StripProps): string {
  const { locale, timeZone, isEditing } = useHost()
  const text = useMessages(viewMessages)
  const when = useWhen(now)
  if (!state) {
    if (status === 'offline') return text.failedToLoad
    return !isPhone && isEditing ? chooseTool[locale] : ''
  }
  if (!isPhone && misfit && isEditing) return wrongCount[locale](misfit, state.prizes.length)
  if (standing === 'sold_out') return text.soldOutUntil(state.soldOut?.nextAt && when(state.soldOut.nextAt))
  if (standing === 'won_all') return text.wonAll(state.winsPerMember)
  return phaseText(locale, state, status, timeZone, now)
}
