/** @jsxImportSource preact */
import { yuanText } from '../kit/yuan-text'
import type { ShownPacket } from './state'

/** Places that are shown at most: two rows on a narrow phone. */
const PLACES = 10

/** Who helped, each with what that added, and the places still free. No pictures of members are known here. */
export function Helps({ packet: { helps, helpers } }: { packet: ShownPacket }) {
  const free = Math.max(0, Math.min(helpers, PLACES) - helps.length)
  return (
    <ol class="zg-ep-helps" style={{ '--places': helpers > 6 ? 5 : helpers }}>
      {helps.slice(0, PLACES).map(({ name, fen, at, isMe }) => (
        <li key={name + at} class={isMe ? 'is-me' : ''}>
          <i aria-hidden="true">{[...name][0]}</i>
          <span class="zg-ep-heard">{name}</span>
          <small>+¥{yuanText(fen)}</small>
        </li>
      ))}
      {Array.from({ length: free }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty places are told apart by nothing else.
        <li key={i} class="is-free" aria-hidden="true">
          <i>+</i>
        </li>
      ))}
    </ol>
  )
}
