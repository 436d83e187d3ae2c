/** @jsxImportSource preact */
import type { ShownPrize } from './state'
import { PrizePicture } from './view-prize-picture'

const LAMPS = Array.from({ length: 24 }, (_, i) => (i * Math.PI) / 12)

/** A point on a circle around the middle of a drawing of 200 × 200, from the top clockwise. */
function point(radius: number, radians: number): string {
  return `${(100 + radius * Math.sin(radians)).toFixed(2)} ${(100 - radius * Math.cos(radians)).toFixed(2)}`
}

/** The ring of lamps around the disc, every other one lit in turn. */
export function Lamps() {
  return (
    <svg class="zg-lt-lamps" viewBox="0 0 200 200" aria-hidden="true">
      {[0, 1].map((turn) => (
        <g key={turn}>
          {LAMPS.filter((_, i) => i % 2 === turn).map((radians) => {
            const [x, y] = point(94.3, radians).split(' ')
            return <circle key={radians} cx={x} cy={y} r="2.6" />
          })}
        </g>
      ))}
    </svg>
  )
}

/** The disc's sectors, and on each its prize. */
export function Disc({ prizes }: { prizes: readonly ShownPrize[] }) {
  const count = prizes.length
  const sector = (2 * Math.PI) / count
  return (
    <>
      <svg class="zg-lt-sectors" viewBox="0 0 200 200" aria-hidden="true">
        {prizes.map(({ key }, i) => (
          <path
            key={key}
            class={`is-${i % 2 === 0 && i === count - 1 ? 2 : i % 2}`}
            d={`M100 100L${point(100, i * sector)}A100 100 0 0 1 ${point(100, (i + 1) * sector)}z`}
          />
        ))}
      </svg>
      <ol>
        {prizes.map((prize, i) => (
          <li
            key={prize.key}
            style={{
              width: `${(80 * Math.sin(sector / 2)).toFixed(1)}%`,
              transform: `translateX(-50%) rotate(${((i + 0.5) * 360) / count}deg)`,
            }}
          >
            <span class="zg-lt-name">{prize.name}</span>
            <PrizePicture prize={prize} />
          </li>
        ))}
      </ol>
    </>
  )
}
