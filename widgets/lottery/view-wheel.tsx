/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks'
import { Still } from '../kit/still'
import { isPhone } from '../kit/target'
import { GoButton, type SkinProps, useMotion } from './view-skin'
import { Disc as DiscNow, Lamps as LampsNow } from './view-wheel-disc'
import { wheelMotion } from './view-wheel-motion'

/** 大转盘: a ring of lamps, the turning disc, and the pointer that is the button. */
export function Wheel(props: SkinProps) {
  const { blockId, prizes, round, button } = props
  const disc = useRef<HTMLDivElement>(null)
  useMotion(disc, (element) => wheelMotion(element, prizes.length), props)
  const won = round.stage === 'shown' ? round.prize : -1
  // The disc itself is never drawn again; only the sector that was won lights up.
  useEffect(() => {
    disc.current?.querySelectorAll('.zg-lt-sectors > path').forEach((sector, i) => {
      sector.classList.toggle('is-won', i === won)
    })
  }, [won])
  return (
    <div class={`zg-lt-wheel is-${round.stage}`}>
      <Still name={`${blockId} lamps`}>{isPhone ? undefined : <LampsNow />}</Still>
      <div class="zg-lt-disc" ref={disc}>
        <Still name={`${blockId} disc`}>{isPhone ? undefined : <DiscNow prizes={prizes} />}</Still>
      </div>
      <i class="zg-lt-gloss" />
      <div class="zg-lt-pointer">
        <GoButton {...button} />
      </div>
    </div>
  )
}
