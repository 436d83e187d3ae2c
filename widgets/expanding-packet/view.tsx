/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { later } from '../kit/later'
import { MY_REWARDS } from '../kit/play/my-rewards'
import { phaseText } from '../kit/play/phase-text'
import { playWords } from '../kit/play/play-words'
import { Rules } from '../kit/play/rules'
import { isPhone } from '../kit/target'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages, useNow, useToolState } from '../kit/view-hooks'
import type { ExpandingPacketProps } from './definition'
import { chooseTool, viewMessages } from './messages-view'
import type { ExpandingState } from './state'
import { Friend as FriendNow } from './view-friend'
import { Mine } from './view-mine'
import { Opening } from './view-opening'
import { ExpandingRules as RulesNow } from './view-rules'
import { Below, Stage } from './view-stage'

// Whoever comes by a friend's link needs it, and nobody else.
const Friend = later(
  isPhone ? { load: () => import('./view-friend').then((part) => part.Friend) } : { now: FriendNow },
)

/** What stands where nothing is known yet. */
const UNKNOWN = { baseFen: 0, targetFen: 0 }

export function View({ props, blockId }: ViewProps<ExpandingPacketProps>) {
  const { locale, timeZone, isEditing, params } = useHost()
  const text = useMessages(viewMessages)
  const { status, state } = useToolState<ExpandingState>(blockId)
  const now = useNow()
  const isInWechat = useIsInWechat()
  return (
    <section class="zg-ep" aria-label={props.title || text.title}>
      <header>
        <h2>{props.title}</h2>
        {state && <Rules id={blockId}>{isPhone ? undefined : <RulesNow state={state} />}</Rules>}
        <a href={MY_REWARDS}>{playWords[locale].mine}</a>
      </header>
      <p class="zg-ep-strip">{state && <span>{phaseText(locale, state, status, timeZone, now)}</span>}</p>
      {/* Of a friend's packet its owner is told in the same place. */}
      {props.slogan && !state?.friend && <p class="zg-ep-slogan">{props.slogan}</p>}
      {content()}
    </section>
  )

  function content() {
    if (!state) {
      const line = !isPhone && isEditing ? chooseTool[locale] : text.loading
      return waiting(status === 'offline' ? text.failedToLoad : line)
    }
    // What the server drew knows no link. Whoever follows one is not shown a packet of theirs first.
    if (!state.friend && status === 'loading' && now !== undefined && params.invite)
      return waiting(text.loading)
    const mustSignIn = status === 'ready' && !state.isSignedIn
    const part = { blockId, state, now, canInvite: props.isInWechat || !isInWechat }
    if (state.friend) return <Friend {...part} friend={state.friend} mustSignIn={mustSignIn} />
    if (state.mine) return <Mine key={state.mine.n} {...part} packet={state.mine} />
    return <Opening {...part} mustSignIn={mustSignIn} />
  }

  function waiting(line: string) {
    return (
      <>
        <Stage {...(state?.terms ?? UNKNOWN)} isOff />
        <Below line={line} />
      </>
    )
  }
}

/** Known once the page has come to life: what the server writes depends on no phone. */
function useIsInWechat(): boolean {
  const [isInWechat, setInWechat] = useState(false)
  useEffect(() => setInWechat(/MicroMessenger/i.test(navigator.userAgent)), [])
  return isInWechat
}
