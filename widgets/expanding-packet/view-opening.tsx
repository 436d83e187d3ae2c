/** @jsxImportSource preact */
import { Notice } from '../kit/play/notice'
import { usePlay } from '../kit/play/use-play'
import { whenText } from '../kit/play/when-text'
import { useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { viewMessages } from './messages-view'
import { type ExpandingState, openFaceNow } from './state'
import { Below, type PartProps, Stage } from './view-stage'

const NOTHING: Record<string, never> = {}
/** An input without content: every tap is the same tap. */
const theOne = () => ''

/** A packet still to be opened: what it begins with and what it comes to at most. */
export function Opening({ blockId, state, now, canInvite, mustSignIn }: PartProps & { mustSignIn: boolean }) {
  const text = useMessages(viewMessages)
  const opening = usePlay<Record<string, never>>(blockId, 'open', theOne)
  const why = useWhy(state, now)
  const { baseFen, targetFen, mode, helpers, perDay } = state.terms
  const face = openFaceNow(state, opening.answer?.status, now)
  const isOpening = opening.isPending(NOTHING)
  const isReady = face === 'ready' || isOpening
  const offer = text.offer[mode]({ base: yuanText(baseFen), most: yuanText(targetFen), helpers })
  let label = mustSignIn ? text.signIn : text.open
  if (isOpening) label = text.opening
  const canPlay = canInvite || mode === 'self'

  return (
    <>
      <Stage amountFen={baseFen} baseFen={baseFen} targetFen={targetFen} isOff={!isReady} />
      <Below line={isReady ? offer : why(face)}>
        {isReady && canPlay && (
          <button
            type="button"
            class="zg-ep-big"
            aria-disabled={isOpening}
            onClick={() => void opening.play(NOTHING)}
          >
            {label}
          </button>
        )}
        {isReady && <small>{canPlay ? text.leftToday(perDay - state.openedToday) : text.notInWechat}</small>}
      </Below>
      {/* What the packet says from now on needs no notice. */}
      <Notice of={opening} say={({ status }) => (status === face ? '' : undefined)} />
    </>
  )
}

/** Opens the next one from where the last one ended. */
export function OpenButton({
  blockId,
  class: look,
  label,
}: {
  blockId: string
  class: string
  label: string
}) {
  const opening = usePlay<Record<string, never>>(blockId, 'open', theOne)
  return (
    <>
      <button type="button" class={look} onClick={() => void opening.play(NOTHING)}>
        {label}
      </button>
      <Notice of={opening} />
    </>
  )
}

function useWhy(state: ExpandingState, now: number | undefined) {
  const { locale, timeZone } = useHost()
  const text = useMessages(viewMessages)
  return (face: ReturnType<typeof openFaceNow>): string => {
    if (face === 'not_started') return text.opensAt(whenText(locale, state.startsAt, timeZone, now))
    if (face === 'sold_out')
      return text.soldOut(state.moreAt && whenText(locale, state.moreAt, timeZone, now))
    return face === 'ready' ? '' : text.faces[face]
  }
}
