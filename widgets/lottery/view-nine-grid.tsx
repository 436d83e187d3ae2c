/** @jsxImportSource preact */
import { useRef } from 'preact/hooks'
import { Still } from '../kit/still'
import { isPhone } from '../kit/target'
import { lightMotion } from './view-light-motion'
import { PrizePicture as PictureNow } from './view-prize-picture'
import { GoButton, type SkinProps, useMotion } from './view-skin'

/** Column and row of each of the eight cells, in the order in which the light runs. */
const CELLS: [column: number, row: number][] = [
  [0, 0],
  [1, 0],
  [2, 0],
  [2, 1],
  [2, 2],
  [1, 2],
  [0, 2],
  [0, 1],
]
const MOVES = CELLS.map(([column, row]) => `translate(${column * 100}%,${row * 100}%)`)

/** 九宫格: eight prizes around the button, and a light that runs over them. */
export function NineGrid(props: SkinProps) {
  const { blockId, prizes, round, button } = props
  const light = useRef<HTMLDivElement>(null)
  useMotion(light, (element) => lightMotion(element, MOVES), props)
  return (
    <div class={`zg-lt-nine is-${round.stage}`}>
      <div class="zg-lt-board">
        <ol>
          {prizes.map((prize, i) => (
            <li key={prize.key} class="zg-lt-cell" style={{ transform: MOVES[i] }}>
              <div>
                <Still name={`${blockId} ${prize.key}`}>
                  {isPhone ? undefined : <PictureNow prize={prize} />}
                </Still>
                <span class="zg-lt-name">{prize.name}</span>
              </div>
            </li>
          ))}
        </ol>
        <div class="zg-lt-track">
          <div class="zg-lt-cell zg-lt-centre">
            <GoButton {...button} />
          </div>
          <div class="zg-lt-cell zg-lt-light" ref={light}>
            <div />
          </div>
        </div>
      </div>
    </div>
  )
}
