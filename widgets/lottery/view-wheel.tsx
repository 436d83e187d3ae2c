/** @jsxImportSource preact */
import { useRef } from 'preact/hooks'
import { Still } from '../kit/still'
import { isPhone } from '../kit/target'
import { PrizePicture as PictureNow } from './view-prize-picture'
import { GoButton, type SkinProps, useMotion } from './view-skin'
import { wheelMotion } from './view-wheel-motion'

const LAMPS = Array.from({ length: 24 }, (_, i) => (i * Math.PI) / 12)

/** A point on a circle around the middle of a drawing of 200 × 200, from the top clockwise. */
function point(radius: number, radians: number): string {
  return `${(100 + radius * Math.sin(radians)).toFixed(2)} ${(100 - radius * Math.cos(radians)).toFixed(2)}`
}

/** 大转盘: a ring of lamps, the turning disc, and the pointer that is the button. */
export function Wheel(props: SkinProps) {
  const { blockId, prizes, round, button } = props
  const disc = useRef<HTMLDivElement>(null)
  const count = prizes.length
  const sector = (2 * Math.PI) / count
  useMotion(disc, (element) => wheelMotion(element, count), props)
  const won = round.stage === 'shown' ? round.prize : -1
  return (
    <div class={`zg-lt-wheel is-${round.stage}`}>
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
      <div class="zg-lt-disc" ref={disc}>
        <svg viewBox="0 0 200 200" aria-hidden="true">
          {prizes.map(({ key }, i) => (
            <path
              key={key}
              class={i === won ? 'is-won' : `is-${i % 2 === 0 && i === count - 1 ? 2 : i % 2}`}
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
              <Still name={`${blockId} ${prize.key}`}>
                {isPhone ? undefined : <PictureNow prize={prize} />}
              </Still>
            </li>
          ))}
        </ol>
      </div>
      <i class="zg-lt-gloss" />
      <div class="zg-lt-pointer">
        <GoButton {...button} />
      </div>
    </div>
  )
}
