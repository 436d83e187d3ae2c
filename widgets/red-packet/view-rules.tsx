/** @jsxImportSource preact */
import { RuleList } from '../kit/play/rule-list'
import { useWhen } from '../kit/play/when-text'
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { rulesMessages } from './messages-rules'
import type { RedPacketState } from './state'

/** The rules in whole sentences, from nothing but the configuration. */
export function PacketRules({ state: { play, startsAt, endsAt } }: { state: RedPacketState }) {
  const text = useMessages(rulesMessages)
  const when = useWhen()
  const items =
    play.mode === 'open'
      ? text.open({ ...play, min: yuanText(play.minFen), max: yuanText(play.maxFen) })
      : text.share({ ...play, yuan: yuanText(play.totalFen) })
  return <RuleList items={[text.window(when(startsAt), when(endsAt)), ...items]} />
}
