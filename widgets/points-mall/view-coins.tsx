/** @jsxImportSource preact */

/** Two piles of coins in the corner. */
export function Coins() {
  return (
    <svg class="zg-pm-coins" viewBox="0 0 120 90" aria-hidden="true">
      {[64, 52, 40].map((y) => (
        <Coin key={y} x={84} y={y} />
      ))}
      {[72, 60].map((y) => (
        <Coin key={y} x={42} y={y} />
      ))}
      <path class="is-star" d="M38 14l3 8 8 3-8 3-3 8-3-8-8-3 8-3z" />
    </svg>
  )
}

function Coin({ x, y }: { x: number; y: number }) {
  return (
    <>
      <path class="is-rim" d={`M${x - 28} ${y}v8a28 11 0 0 0 56 0v-8z`} />
      <ellipse class="is-face" cx={x} cy={y} rx="28" ry="11" />
      <ellipse class="is-ring" cx={x} cy={y} rx="20" ry="7" />
    </>
  )
}
