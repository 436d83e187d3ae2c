/** @jsxImportSource preact */
import { useMessages } from '../kit/view-hooks'
import { viewMessages } from './messages'
import type { Winner } from './state'

/** How long one winner is shown, ms. */
const WINNER_MS = 3_000

/** One real winner after the other. */
export function Winners({ winners, now = 0 }: { winners: readonly Winner[]; now: number | undefined }) {
  const text = useMessages(viewMessages)
  const turn = Math.floor(now / WINNER_MS)
  const winner = winners[turn % winners.length]
  return (
    <p class="zg-lt-winners">
      <i aria-hidden="true" />
      <span class="zg-lt-winner" key={turn}>
        {winner && text.winner(winner.name, winner.prize)}
      </span>
    </p>
  )
}
