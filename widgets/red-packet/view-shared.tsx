/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { Notice } from '../kit/play/notice'
import { phaseNow } from '../kit/play/phase-text'
import { type Answer, usePlay } from '../kit/play/use-play'
import { leftText, useWhen } from '../kit/play/when-text'
import { useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { sharingMessages } from './messages-sharing'
import { viewMessages } from './messages-view'
import { packetNow, type ShareState, type ShownPacket } from './state'
import { GiftLinks } from './view-gift-links'
import { Avatar, Openers } from './view-openers'
import type { ModeProps } from './view-opening'
import { giftIn, Packet } from './view-packet'

type SharedProps = Omit<ModeProps<ShareState>, 'play'> & { packet: ShownPacket }

interface OpenInput {
  packet: string
}
const keyOf = ({ packet }: OpenInput) => packet

/** A packet that somebody sent: what it holds for this member, and who opened it. */
export function Shared({ blockId, blessing, state, packet, mustSignIn, now }: SharedProps) {
  const host = useHost()
  const text = useMessages(sharingMessages)
  const words = useMessages(viewMessages)
  const when = useWhen(now)
  const opening = usePlay<OpenInput>(blockId, 'openShared', keyOf)
  const input = { packet: packet.id }

  const isOpening = opening.isPending(input)
  const fresh = giftIn(opening.answer)
  const amountFen = fresh?.amountFen ?? packet.mineFen
  const phase = phaseNow(state, now)
  const told = packetNow(packet, now)
  const isRunning = phase === 'running'
  const canOpen = told === 'open' && isRunning
  const left = packet.parts - packet.openers.length
  const canShare = isRunning && told !== 'expired' && left > 0 && (now ?? 0) < Date.parse(packet.until)
  const lineId = `${blockId}-line`

  let line = ''
  if (isOpening) line = words.opening
  else if (told === 'empty') line = packet.isMine ? text.emptyMine : text.empty
  else if (told === 'expired') line = text.expired
  else if (!isRunning) line = words.faces[phase === 'not_started' ? 'suspended' : phase]
  else if (mustSignIn) line = words.signIn
  else line = packet.isMine ? text.shareOn(left) : text.luckyFace(yuanText(packet.totalFen), packet.parts)

  let afterwards = canShare ? text.openedOnce : text.openedBefore
  if (left === 0) afterwards = text.compare
  let sealOver = isRunning ? words.seals.ended : words.seals[phase]
  if (told === 'empty' || told === 'expired') sealOver = text.overSeals[told]

  return (
    <>
      <Packet
        lid={
          <>
            <Avatar name={packet.from} />
            <p>{packet.isMine ? text.fromYou : text.from(packet.from)}</p>
            <p class="zg-rp-blessing">{blessing}</p>
          </>
        }
        gift={amountFen !== undefined && !isOpening ? { amountFen, isFresh: fresh !== undefined } : undefined}
        seal={
          canOpen || isOpening
            ? {
                words: words.open,
                label: words.openLabel,
                isSpinning: isOpening,
                describedBy: lineId,
                onTap: () => void opening.play(input),
              }
            : {
                words: sealOver,
                describedBy: lineId,
              }
        }
      >
        {amountFen !== undefined && !isOpening ? (
          <GiftLinks useLink={fresh?.useLink ?? state.useLink}>
            <p>{afterwards}</p>
          </GiftLinks>
        ) : (
          <p id={lineId}>{line}</p>
        )}
      </Packet>
      <div class="zg-rp-share">
        {canShare ? (
          <>
            <ShareButton packet={packet} />
            <p>{text.partsLeft(left, now ? leftText(host.locale, packet.until, now) : '--:--:--')}</p>
          </>
        ) : (
          isRunning && <SendOne class="zg-rp-big" isAnother={packet.isMine} />
        )}
      </div>
      <Openers packet={packet} when={when} />
      {canShare && !packet.isMine && <SendOne class="zg-rp-plain" />}
      <Notice of={opening} say={(answer) => sayShared(answer, text.openedBefore)} />
    </>
  )
}

/** What the packet shows by itself needs no notice. */
function sayShared(answer: Answer, openedBefore: string): string | undefined {
  return answer.status === 'limit_reached' && answer.rule === 'opened' ? openedBefore : undefined
}

function ShareButton({ packet }: { packet: ShownPacket }) {
  const host = useHost()
  const text = useMessages(sharingMessages)
  const [ending, setEnding] = useState<'copied' | 'failed'>()
  const share = async () => {
    if (host.isEditing) return
    const title = text.shareTitle(yuanText(packet.totalFen))
    const how = await host.share({ title, params: { packet: packet.id } })
    setEnding(how === 'copied' || how === 'failed' ? how : undefined)
  }
  return (
    <>
      <button type="button" class="zg-rp-big" onClick={share}>
        {text.share}
      </button>
      <p role="status">{ending && text.shareEndings[ending]}</p>
    </>
  )
}

/** Leaves this packet for one of the member's own. */
export function SendOne({ class: look, isAnother = false }: { class: string; isAnother?: boolean }) {
  const host = useHost()
  const text = useMessages(sharingMessages)
  return (
    <button type="button" class={look} onClick={() => !host.isEditing && host.setParam('packet', '')}>
      {isAnother ? text.sendAnother : text.sendOne}
    </button>
  )
}
