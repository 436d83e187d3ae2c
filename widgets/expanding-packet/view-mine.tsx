/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { linkHref } from '../kit/link-href'
import { MY_REWARDS } from '../kit/play/my-rewards'
import { Notice } from '../kit/play/notice'
import { phaseNow } from '../kit/play/phase-text'
import { playWords } from '../kit/play/play-words'
import { usePlay } from '../kit/play/use-play'
import { leftText } from '../kit/play/when-text'
import { useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { viewMessages } from './messages-view'
import { growthNow, openFaceNow, type ShownPacket } from './state'
import { Helps } from './view-helps'
import { OpenButton } from './view-opening'
import { Below, type PartProps, Stage } from './view-stage'

interface OwnInput {
  n: number
}
const keyOf = ({ n }: OwnInput) => String(n)

/** The member's own packet: how far it has grown, and what can be done about it now. */
export function Mine({ blockId, state, packet, now, canInvite }: PartProps & { packet: ShownPacket }) {
  const { locale } = useHost()
  const text = useMessages(viewMessages)
  const words = playWords[locale]
  const expanding = usePlay<OwnInput>(blockId, 'expand', keyOf)
  const collecting = usePlay<OwnInput>(blockId, 'collect', keyOf)
  const [isSure, setSure] = useState(false)
  const { n, amountFen, targetFen, baseFen, helpers, helps, mode, invite } = packet
  const own = { n }

  const growth = growthNow(packet, now)
  const phase = phaseNow(state, now)
  const yuan = yuanText(packet.collectedFen ?? amountFen)
  const left = (iso: string) => (now ? leftText(locale, iso, now) : '--:--:--')
  const added =
    expanding.answer?.status === 'done' ? (expanding.answer.detail as { fen: number }).fen : undefined
  const isPaid = collecting.answer?.status === 'granted'
  // Also after the end: what was promised is collected until its own deadline.
  const canCollect = phase !== 'suspended' && (growth === 'full' || growth === 'over')
  const isGrowing = growth === 'growing' && phase === 'running'
  const isOver = growth === 'collected' || growth === 'lapsed'

  let line = growth === 'growing' ? text.byItself(yuanText(targetFen)) : text.grown[growth](yuan)
  if (growth === 'growing' && mode === 'friends')
    line = text.missing(helpers - helps.length, yuanText(targetFen))

  const collect = (isAsked: boolean) => (
    <button
      type="button"
      class={canCollect ? 'zg-ep-big' : 'zg-ep-plain'}
      aria-disabled={collecting.isPending(own)}
      onClick={() => (isAsked ? void collecting.play(own) : setSure(true))}
    >
      {canCollect ? text.collect(yuan) : isAsked ? text.sure(yuan) : text.collectNow(yuan)}
    </button>
  )

  return (
    <>
      <Stage
        amountFen={packet.collectedFen ?? amountFen}
        baseFen={baseFen}
        targetFen={targetFen}
        addedFen={added}
        isPaid={isPaid}
        isOff={growth === 'lapsed'}
      />
      <Below line={line}>
        {isGrowing && mode === 'self' && (
          <button
            type="button"
            class="zg-ep-big"
            aria-disabled={expanding.isPending(own)}
            onClick={() => void expanding.play(own)}
          >
            {expanding.isPending(own) ? text.expanding : text.expand}
          </button>
        )}
        {isGrowing &&
          invite &&
          (canInvite ? <Invite invite={invite} packet={packet} /> : <p>{text.notInWechat}</p>)}
        {canCollect && collect(true)}
        {isGrowing && collect(isSure)}
        {growth === 'collected' && (
          <a class="zg-ep-big" href={linkHref(state.useLink) ?? MY_REWARDS}>
            {linkHref(state.useLink) ? words.use : words.mine}
          </a>
        )}
        {isOver && openFaceNow(state, undefined, now) === 'ready' && (
          <OpenButton
            blockId={blockId}
            class={growth === 'lapsed' ? 'zg-ep-big' : 'zg-ep-plain'}
            label={text.again}
          />
        )}
        {isGrowing && <small>{text.growsFor(left(packet.until))}</small>}
        {canCollect && <small>{text.collectIn(left(packet.collectUntil))}</small>}
      </Below>
      {mode === 'friends' && <Helps packet={packet} />}
      <Notice of={expanding} />
      <Notice of={collecting} />
    </>
  )
}

function Invite({ invite, packet }: { invite: string; packet: ShownPacket }) {
  const host = useHost()
  const text = useMessages(viewMessages)
  const [ending, setEnding] = useState<'copied' | 'failed'>()
  const share = async () => {
    if (host.isEditing) return
    const title = text.inviteTitle(yuanText(packet.targetFen))
    const how = await host.share({ title, params: { invite } })
    setEnding(how === 'copied' || how === 'failed' ? how : undefined)
  }
  return (
    <>
      <button type="button" class="zg-ep-big" onClick={share}>
        {text.invite}
      </button>
      <p role="status">{ending && text.inviteEndings[ending]}</p>
    </>
  )
}
