/** @jsxImportSource preact */
import { Notice } from '../kit/play/notice'
import { usePlay } from '../kit/play/use-play'
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { viewMessages } from './messages-view'
import { moneyText } from './money-text'
import { faceNow, type OpenState, type RedPacketState } from './state'
import { useFaceText } from './view-face-text'
import { GiftLinks } from './view-gift-links'
import { giftIn, Packet } from './view-packet'

export const NOTHING: Record<string, never> = {}
/** An input without content: every tap is the same tap. */
export const theOne = () => ''

export interface ModeProps<Play> {
  blockId: string
  blessing: string
  state: RedPacketState
  play: Play
  mustSignIn: boolean
  now: number | undefined
}

/** A packet of the member's own, and the next one. */
export function Opening({ blockId, blessing, state, play, mustSignIn, now }: ModeProps<OpenState>) {
  const text = useMessages(viewMessages)
  const opening = usePlay<Record<string, never>>(blockId, 'open', theOne)
  const faceText = useFaceText(state, now)

  const isOpening = opening.isPending(NOTHING)
  const gift = giftIn(opening.answer)
  const face = faceNow(state, opening.answer?.status, now)
  const count = Math.min(play.perDay - play.openedToday, play.total - play.opened)
  const lineId = `${blockId}-line`
  let line = face === 'ready' ? text.leftToday(count) : faceText(face)
  if (face === 'ready' && mustSignIn) line = text.signIn
  if (isOpening) line = text.opening

  return (
    <>
      <Packet
        lid={
          <>
            <p class="zg-rp-blessing">{blessing}</p>
            <p>{text.upTo(yuanText(play.maxFen))}</p>
          </>
        }
        gift={gift && { ...gift, isFresh: true }}
        seal={
          face === 'ready' || isOpening
            ? {
                words: text.open,
                label: text.openLabel,
                isSpinning: isOpening,
                describedBy: lineId,
                onTap: () => void opening.play(NOTHING),
              }
            : { words: text.seals[face], describedBy: lineId }
        }
      >
        {gift ? (
          <GiftLinks useLink={gift.useLink}>
            {face === 'ready' ? (
              <button type="button" onClick={opening.dismiss}>
                {text.again(count)}
              </button>
            ) : (
              <p>{faceText(face)}</p>
            )}
          </GiftLinks>
        ) : (
          <p id={lineId}>{line}</p>
        )}
      </Packet>
      <p class="zg-rp-today">
        {play.amountsToday.length > 0 && !isOpening && (
          <>
            {text.today}
            {play.amountsToday.map((fen, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: equal amounts are told apart by nothing else.
              <b key={i}>¥{moneyText(fen)}</b>
            ))}
          </>
        )}
      </p>
      {/* What the packet says from now on needs no notice. */}
      <Notice of={opening} say={({ status }) => (status === face ? '' : undefined)} />
    </>
  )
}
