import { leftText, whenText } from '../kit/play/when-text'
import { useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { viewMessages } from './messages-view'
import type { PacketFace, RedPacketState } from './state'

/** Why no packet can be opened, or sent, as one line on the packet. */
export function useFaceText(
  state: RedPacketState,
  now: number | undefined,
): (face: Exclude<PacketFace, 'ready'>) => string {
  const { locale, timeZone } = useHost()
  const text = useMessages(viewMessages)
  const { play, startsAt, moreAt, supply } = state
  return (face) => {
    switch (face) {
      case 'not_started':
        return now
          ? text.opensIn(leftText(locale, startsAt, now))
          : text.opensAt(whenText(locale, startsAt, timeZone))
      case 'done_today':
        return play.mode === 'open'
          ? text.doneToday(Math.min(play.perDay, play.total - play.opened))
          : text.sentAll
      case 'sold_out':
        return text.soldOut(moreAt && whenText(locale, moreAt, timeZone, now))
      case 'not_eligible':
        return supply === 'not_offered' ? text.notOffered : text.faces.not_eligible
      default:
        return text.faces[face]
    }
  }
}
