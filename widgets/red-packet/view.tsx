/** @jsxImportSource preact */
import { later } from '../kit/later'
import { MY_REWARDS } from '../kit/play/my-rewards'
import { phaseText } from '../kit/play/phase-text'
import { playWords } from '../kit/play/play-words'
import { Rules } from '../kit/play/rules'
import { isPhone } from '../kit/target'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages, useNow, useToolState } from '../kit/view-hooks'
import type { RedPacketProps } from './definition'
import { chooseTool, viewMessages } from './messages-view'
import type { RedPacketState } from './state'
import { Opening } from './view-opening'
import { NoPacket } from './view-packet'
import { PacketRules as RulesNow } from './view-rules'
import { Sharing as SharingNow } from './view-sharing'

// A page plays one of the two modes.
const SharingPart = later(
  isPhone ? { load: () => import('./view-sharing').then((part) => part.Sharing) } : { now: SharingNow },
)

export function View({ props, blockId }: ViewProps<RedPacketProps>) {
  const { locale, timeZone, isEditing } = useHost()
  const text = useMessages(viewMessages)
  const { status, state } = useToolState<RedPacketState>(blockId)
  const now = useNow()
  return (
    <section class="zg-rp" aria-label={props.title || text.title}>
      <header>
        <h2>{props.title}</h2>
        {state && <Rules id={blockId}>{isPhone ? undefined : <RulesNow state={state} />}</Rules>}
        <a href={MY_REWARDS}>{playWords[locale].mine}</a>
      </header>
      <p class="zg-rp-strip">{state && <span>{phaseText(locale, state, status, timeZone, now)}</span>}</p>
      {content()}
    </section>
  )

  function content() {
    if (!state) {
      const line = !isPhone && isEditing ? chooseTool[locale] : text.loading
      return <NoPacket seal={text.open} line={status === 'offline' ? text.failedToLoad : line} />
    }
    const { play } = state
    const mustSignIn = status === 'ready' && !state.isSignedIn
    const mode = { blockId, blessing: props.blessing, state, mustSignIn, now }
    if (play.mode === 'open') return <Opening {...mode} play={play} />
    return <SharingPart {...mode} play={play} isLoading={status === 'loading'} />
  }
}
