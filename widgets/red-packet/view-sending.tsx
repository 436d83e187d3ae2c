/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks'
import { Notice } from '../kit/play/notice'
import { usePlay } from '../kit/play/use-play'
import { useWhen } from '../kit/play/when-text'
import { useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { sharingMessages } from './messages-sharing'
import { viewMessages } from './messages-view'
import { faceNow, type PacketFace, type SentPacket, type ShareState } from './state'
import { useFaceText } from './view-face-text'
import { Avatar } from './view-openers'
import { type ModeProps, NOTHING, theOne } from './view-opening'
import { Packet } from './view-packet'

/** Sending a packet for friends, and those sent before. */
export function Sending({ blockId, blessing, state, play, mustSignIn, now }: ModeProps<ShareState>) {
  const host = useHost()
  const text = useMessages(sharingMessages)
  const words = useMessages(viewMessages)
  const sending = usePlay<Record<string, never>>(blockId, 'send', theOne)
  const faceText = useFaceText(state, now)
  const { answer } = sending
  const sent = answer?.status === 'done' ? (answer.detail as { packet: string }).packet : undefined
  const { setParam } = host

  // From here on the page is about this packet, also after a reload.
  useEffect(() => {
    if (sent) setParam('packet', sent)
  }, [sent, setParam])

  // Until the page is about the packet that was sent, nothing else is.
  const isSending = sent !== undefined || sending.isPending(NOTHING)
  const face = faceNow(state, answer?.status, now)
  const lineId = `${blockId}-line`
  let line = face === 'ready' ? text.leftToSend(play.perDay - play.sentToday) : faceText(face)
  if (face === 'ready' && mustSignIn) line = text.signInToSend

  const isReady = face === 'ready' || isSending
  const onTap = () => {
    if (!sent) void sending.play(NOTHING)
  }

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
          isReady
            ? { words: text.send, label: text.sendLabel, isSpinning: isSending, describedBy: lineId, onTap }
            : { words: words.seals[face as Exclude<PacketFace, 'ready'>], describedBy: lineId }
        }
      >
        <p id={lineId}>{line}</p>
      </Packet>
      <div class="zg-rp-share">
        {isReady && (
          <button type="button" class="zg-rp-big" aria-disabled={isSending} onClick={onTap}>
            {text.sendLabel}
          </button>
        )}
      </div>
      <div class="zg-rp-openers">
        <h3>{text.howTo}</h3>
        <ol>
          {text.steps({ ...play, yuan: yuanText(play.totalFen) }).map(([what, outcome], i) => (
            <li key={what}>
              <Avatar name={String(i + 1)} />
              <p>
                {what}
                <small>{outcome}</small>
              </p>
            </li>
          ))}
        </ol>
      </div>
      {play.sent.length > 0 && <Sent packets={play.sent} now={now} />}
      <Notice of={sending} say={({ status }) => (status === face ? '' : undefined)} />
    </>
  )
}

/** The member's packets; a tap leads to one. */
function Sent({ packets, now }: { packets: SentPacket[]; now: number | undefined }) {
  const host = useHost()
  const text = useMessages(sharingMessages)
  const when = useWhen(now)
  return (
    <div class="zg-rp-openers">
      <h3>{text.mySent}</h3>
      <ol>
        {packets.map(({ id, sentAt, until }) => (
          <li key={id}>
            <button type="button" onClick={() => !host.isEditing && host.setParam('packet', id)}>
              <span>{text.sentAt(when(sentAt))}</span>
              <span>{now !== undefined && now >= Date.parse(until) ? text.over : text.look}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
