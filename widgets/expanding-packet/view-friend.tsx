/** @jsxImportSource preact */
import { useRef } from 'preact/hooks'
import { Notice } from '../kit/play/notice'
import { phaseNow } from '../kit/play/phase-text'
import { type Answer, usePlay } from '../kit/play/use-play'
import { leftText } from '../kit/play/when-text'
import { useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { friendMessages } from './messages-friend'
import { viewMessages } from './messages-view'
import { type ExpandingState, growthNow, type ShownPacket } from './state'
import { Helps } from './view-helps'
import { Below, type PartProps, Stage } from './view-stage'

interface HelpInput {
  invite: string
  proof: string
}
/** A proof is renewed while the page is open: it is the same tap. */
const keyOf = ({ invite }: HelpInput) => invite

const ruleOf = (answer: Answer | undefined) => (answer?.status === 'not_eligible' ? answer.rule : '')

type FriendProps = PartProps & { mustSignIn: boolean }

/** What a friend's link leads to. */
export function Friend(part: FriendProps & { friend: NonNullable<ExpandingState['friend']> }) {
  const text = useMessages(friendMessages)
  const { friend, state } = part
  if (!('refused' in friend)) return <Help {...part} packet={friend} />
  return (
    <>
      <p class="zg-ep-from">{text[friend.refused]}</p>
      <Stage {...state.terms} isOff />
      <Below line="">
        <OwnOne class="zg-ep-big" />
      </Below>
    </>
  )
}

/** A friend's packet, which this member may help to grow, once. */
function Help({ blockId, state, packet, now, canInvite, mustSignIn }: FriendProps & { packet: ShownPacket }) {
  const { locale, params } = useHost()
  const text = useMessages(friendMessages)
  const words = useMessages(viewMessages)
  // What a tap brings that went on after a sign-in is known by then only.
  const proof = useRef('')
  proof.current = packet.proof ?? ''
  const input = () => ({ invite: params.invite ?? '', proof: proof.current })
  const helping = usePlay<HelpInput>(blockId, 'help', keyOf, () => void helping.play(input()))
  const help = async () => {
    const answer = await helping.play(input())
    if (ruleOf(answer) === 'no_proof' && proof.current) await helping.play(input())
  }

  const { helps, helpers, targetFen, baseFen, amountFen } = packet
  const mine = helps.find(({ isMe }) => isMe)
  const growth = growthNow(packet, now)
  const phase = phaseNow(state, now)
  const canHelp = growth === 'growing' && phase === 'running' && !mine
  const isHelping = helping.isPending(input())
  const isFresh = helping.answer?.status === 'done'

  return (
    <>
      <p class="zg-ep-from">{text.from(packet.from)}</p>
      <Stage
        amountFen={packet.collectedFen ?? amountFen}
        baseFen={baseFen}
        targetFen={targetFen}
        addedFen={isFresh ? mine?.fen : undefined}
        isOff={!canHelp && !mine}
      />
      <Below line={line()}>
        {canHelp && canInvite && (
          <button type="button" class="zg-ep-big" aria-disabled={isHelping} onClick={() => void help()}>
            {isHelping ? text.helping : mustSignIn ? text.signIn : text.help}
          </button>
        )}
        {canHelp && !canInvite && <p>{words.notInWechat}</p>}
        {phase === 'running' && <OwnOne class={canHelp ? 'zg-ep-plain' : 'zg-ep-big'} />}
        {canHelp && <small>{words.growsFor(now ? leftText(locale, packet.until, now) : '--:--:--')}</small>}
      </Below>
      <Helps packet={packet} />
      <Notice of={helping} say={(answer) => say(answer)} />
    </>
  )

  function line(): string {
    if (mine) return text.helped(yuanText(mine.fen))
    if (growth === 'collected') return text.collected(yuanText(packet.collectedFen ?? 0))
    if (growth === 'full') return text.full
    if (growth !== 'growing') return text.over
    if (phase !== 'running') return words.faces[phase === 'not_started' ? 'suspended' : phase]
    return text.missing(helpers - helps.length, yuanText(targetFen))
  }

  /** What stands below the packet by now needs no notice. */
  function say(answer: Answer): string | undefined {
    if (answer.status === 'done') return ''
    const rule = ruleOf(answer)
    if (rule === 'expired_proof' || rule === 'no_proof') return text.reopen
    return answer.status === 'sold_out' ? text.full : answer.status === 'ended' ? text.over : undefined
  }
}

/** Leaves this packet for one of the member's own. */
function OwnOne({ class: look }: { class: string }) {
  const host = useHost()
  const text = useMessages(friendMessages)
  return (
    <button type="button" class={look} onClick={() => !host.isEditing && host.setParam('invite', '')}>
      {text.mine}
    </button>
  )
}
