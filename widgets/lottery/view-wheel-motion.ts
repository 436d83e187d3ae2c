import { isStill, type Motion, runnerOf } from './view-motion'

/** Degrees a millisecond while the wheel turns at its one speed. */
const SPEED = 0.75
const START_MS = 720 / SPEED
/** The wheel turns at least this long, however fast the answer comes, ms. */
const TURN_MIN_MS = START_MS + 200
/** Begins at rest and ends at full speed, after one turn. */
const SPEED_UP = 'cubic-bezier(0.33,0,0.67,0.33)'
/** Begins at full speed and ends at rest: covers a third of what full speed would. */
const SLOW_DOWN = 'cubic-bezier(0.33,1,0.67,1)'

const rotation = (degrees: number) => `rotate(${degrees}deg)`

/** The motion of a wheel with `count` sectors, of which the first lies half a sector after the top. */
export function wheelMotion(wheel: HTMLElement, count: number): Motion {
  const runner = runnerOf(wheel)
  let angle = 0
  let turning: Animation | undefined

  function angleNow(): number {
    if (!turning) return angle
    const ms = Number(turning.currentTime)
    return angle + (ms < START_MS ? 360 * (ms / START_MS) ** 2 : 360 + SPEED * (ms - START_MS))
  }

  /** Slows down to the angle (0–360), after at least a turn and a half. */
  function slowTo(target: number, then: () => void): void {
    const isTurning = turning !== undefined
    const from = angleNow() % 360
    const way = 540 + ((((target - from - 540) % 360) + 360) % 360)
    const duration = isTurning ? (3 * way) / SPEED : 2_600
    stop()
    angle = target
    wheel.style.transform = rotation(target)
    runner.run([{ transform: rotation(from) }, { transform: rotation(from + way) }], {
      duration,
      easing: isTurning ? SLOW_DOWN : 'cubic-bezier(0.4,0,0.1,1)',
    })
    runner.after(duration + 120, then)
  }

  function stop(): void {
    runner.stop()
    turning = undefined
  }

  return {
    turn: () => {
      if (isStill(wheel)) return
      stop()
      const once = [{ transform: rotation(angle) }, { transform: rotation(angle + 360) }]
      runner.run(once, { duration: START_MS, easing: SPEED_UP })
      turning = runner.run(once, {
        delay: START_MS,
        duration: 360 / SPEED,
        iterations: Number.POSITIVE_INFINITY,
      })
    },
    land: (place, landed) => {
      const sector = 360 / count
      if (isStill(wheel)) {
        wheel.style.transform = rotation(360 - (place + 0.5) * sector)
        runner.after(50, landed)
        return
      }
      // Somewhere within the sector, well away from its edges, as a real wheel would stop.
      const within = 0.5 + (Math.random() - 0.5) * 0.5
      const turned = Number(turning?.currentTime ?? TURN_MIN_MS)
      runner.after(Math.max(0, TURN_MIN_MS - turned), () =>
        slowTo((720 - (place + within) * sector) % 360, landed),
      )
    },
    rest: () => {
      if (turning) slowTo(0, () => {})
    },
    stop,
  }
}
