/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks'
import { Notice } from '../kit/play/notice'
import { usePlay } from '../kit/play/use-play'
import { useWhen } from '../kit/play/when-text'
import { useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { viewMessages } from './messages'
import { faceNow, type ShareState } from './state'
import { useFaceText } from './view-face-text'
import { type ModeProps, NOTHING, theOne } from './view-opening'
import { Packet } from './view-packet'

/** Sending a packet for friends, and those sent before. */
export function Sending({ blockId, blessing, state, play, mustSignIn, now }: ModeProps<ShareState>) {
  const host = useHost()
  const text = useMessages(viewMessages)
  const when = useWhen(now)
  const sending = usePlay<Record<string, never>>(blockId, 'send', theOne)
  const faceText = useFaceText(state, now)
  const { answer } = sending
  const sent = answer?.status === 'done' ? (answer.detail as { packet: string }).packet : undefined
  const { setParam } = host

  // From here on the page is about this packet, also after a reload.
  useEffect(() => {
    if (sent) setParam('packet', sent)
  }, [sent, setParam])

  const isSending = sending.isPending(NOTHING)
  const face = faceNow(state, answer?.status, now)
  const lineId = `${blockId}-line`
  let line = face === 'ready' ? text.leftToSend(play.perDay - play.sentToday) : faceText(face)
  if (face === 'ready' && mustSignIn) line = text.signInToSend

  return (
    <>
      <Packet
        lid={
          <>
            <p class="zg-rp-blessing">{blessing}</p>
            <p>{text.luckyFace(yuanText(play.totalFen), play.parts)}</p>
          </>
        }
        seal={
          face === 'ready' || isSending
            ? {
                words: text.send,
                label: text.sendLabel,
                isSpinning: isSending,
                describedBy: lineId,
                onTap: () => void sending.play(NOTHING),
              }
            : { words: text.seals[face], describedBy: lineId }
        }
      >
        <p id={lineId}>{line}</p>
      </Packet>
      <div class="zg-rp-openers">
        {play.sent.length > 0 && (
          <>
            <h3>{text.mySent}</h3>
            <ol>
              {play.sent.map(({ id, sentAt, until }) => (
                <li key={id}>
                  <button type="button" onClick={() => !host.isEditing && setParam('packet', id)}>
                    <span>{text.sentAt(when(sentAt))}</span>
                    <span>{now !== undefined && now < Date.parse(until) ? text.goesOn : text.over}</span>
                  </button>
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
      <Notice of={sending} say={({ status }) => (status === face ? '' : undefined)} />
    </>
  )
}
