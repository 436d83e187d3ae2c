/** @jsxImportSource preact */
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { sharingMessages } from './messages-sharing'
import { moneyText } from './money-text'
import type { ShownPacket } from './state'

/** Somebody's first character in a circle: no pictures of members are known here. */
export function Avatar({ name }: { name: string }) {
  return (
    <i class="zg-rp-avatar" aria-hidden="true">
      {[...name][0]}
    </i>
  )
}

/** Who opened the packet, and, once it may be told, how much each got and who was luckiest. */
export function Openers({ packet, when }: { packet: ShownPacket; when: (iso: string) => string }) {
  const text = useMessages(sharingMessages)
  const { openers, parts, totalFen } = packet
  return (
    <div class="zg-rp-openers">
      <h3>{text.opened(openers.length, parts, yuanText(totalFen))}</h3>
      <ol>
        {openers.map((opener) => (
          <li key={opener.name + opener.at} class={opener.isMe ? 'is-me' : ''}>
            <Avatar name={opener.name} />
            <p>
              {opener.name}
              {opener.isMe && <b class="zg-rp-me">{text.me}</b>}
              <small>{when(opener.at)}</small>
            </p>
            {opener.amountFen !== undefined && (
              <p>
                ¥{moneyText(opener.amountFen)}
                {opener.isBest && (
                  <small class="zg-rp-best">
                    <svg viewBox="0 0 16 12" width="16" height="12" aria-hidden="true">
                      <path d="M1 11h14l1-8-4.5 3L8 0 4.500 6 0 3z" />
                    </svg>
                    {text.best}
                  </small>
                )}
              </p>
            )}
          </li>
        ))}
        {Array.from({ length: Math.min(parts - openers.length, 3) }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: empty places are told apart by nothing else.
          <li key={i} class="is-free" aria-hidden="true">
            <i class="zg-rp-avatar">?</i>
            <p />
          </li>
        ))}
      </ol>
    </div>
  )
}
