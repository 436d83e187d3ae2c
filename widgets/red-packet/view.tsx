/** @jsxImportSource preact */
import { phaseText } from '../kit/play/phase-text'
import { MY_REWARDS } from '../kit/play/reward-face'
import { Rules } from '../kit/play/rules'
import { whenText } from '../kit/play/when-text'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages, useNow, useToolState } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import type { RedPacketProps } from './definition'
import type { RedPacketState } from './state'
import { type RedPacketMessages, viewMessages } from './view-messages'
import { Opening } from './view-opening'
import { Packet } from './view-packet'
import { Sending } from './view-sending'
import { SendOne, Shared } from './view-sharing'

export function View({ props, blockId }: ViewProps<RedPacketProps>) {
  const host = useHost()
  const text = useMessages(viewMessages)
  const { status, state } = useToolState<RedPacketState>(blockId)
  const now = useNow()
  const { locale, timeZone, isEditing } = host
  const when = (iso: string) => whenText(locale, iso, timeZone)

  let content = <NoPacket seal={text.open} line={waitingLine(status, text, isEditing)} />
  if (state) {
    const { play } = state
    const mode = {
      blockId,
      blessing: props.blessing,
      state,
      mustSignIn: status === 'ready' && !state.isSignedIn,
      now,
    }
    if (play.mode === 'open') content = <Opening {...mode} play={play} />
    else if (!play.packet && now !== undefined && status === 'loading' && host.params.packet)
      content = <NoPacket seal={text.open} line={text.loading} />
    else if (!play.packet) content = <Sending {...mode} play={play} />
    else if (play.packet.state === 'unknown') content = <NoPacket seal="?" line={text.unknown} canSend />
    else content = <Shared key={play.packet.id} {...mode} packet={play.packet} />
  }

  return (
    <section class="zg-rp" aria-label={props.title || text.title}>
      <header>
        <h2>{props.title}</h2>
        {state && <Rules items={rulesOf(state, text, when)} />}
        <a href={MY_REWARDS}>{text.mine}</a>
      </header>
      <p class="zg-rp-strip">{state && <span>{phaseText(locale, state, status, timeZone, now)}</span>}</p>
      {content}
    </section>
  )
}

function waitingLine(status: string, text: RedPacketMessages, isEditing: boolean): string {
  if (status === 'offline') return text.failedToLoad
  return isEditing ? text.chooseTool : text.loading
}

/** A packet that is not there, or not yet. */
function NoPacket({ seal, line, canSend }: { seal: string; line: string; canSend?: boolean }) {
  return (
    <>
      <Packet lid={null} seal={{ words: seal }}>
        <p>{line}</p>
      </Packet>
      {canSend && (
        <div class="zg-rp-share">
          <SendOne class="zg-rp-big" />
        </div>
      )}
    </>
  )
}

/** The rules in whole sentences, from nothing but the configuration. */
function rulesOf(
  { play, startsAt, endsAt }: RedPacketState,
  text: RedPacketMessages,
  when: (iso: string) => string,
) {
  const rules =
    play.mode === 'open'
      ? text.rulesOpen({ ...play, min: yuanText(play.minFen), max: yuanText(play.maxFen) })
      : text.rulesShare({ ...play, yuan: yuanText(play.totalFen) })
  return [text.rulesWindow(when(startsAt), when(endsAt)), ...rules]
}
