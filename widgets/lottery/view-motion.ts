/*
 * The wheel and the light as Web Animations of `transform` alone, which the browser runs beside
 * the main thread: they turn at one speed while the answer is under way, and from there slow down
 * to the very place the answer names.
 */

/** True when the member wants nothing to move, or the browser cannot move it. */
export function isStill(element: Element): boolean {
  return !element.animate || matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** Something that turns, lands, and can be stopped in between. */
export interface Motion {
  turn: () => void
  /** Goes on to the place and calls back there. */
  land: (place: number, landed: () => void) => void
  /** Comes to rest where it names nothing. */
  rest: () => void
  stop: () => void
}

/** Degrees a millisecond while the wheel turns at its one speed. */
const SPEED = 0.75
const START_MS = 720 / SPEED
/** The wheel turns at least this long, however fast the answer comes, ms. */
const TURN_MIN_MS = START_MS + 200
/** Begins at rest and ends at full speed, after one turn. */
const SPEED_UP = 'cubic-bezier(0.33,0,0.67,0.33)'
/** Begins at full speed and ends at rest: covers a third of what full speed would. */
const SLOW_DOWN = 'cubic-bezier(0.33,1,0.67,1)'

/** What runs on one element, and what follows it: all of it ends at once. */
function runnerOf(element: HTMLElement) {
  let running: Animation[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    run: (frames: Keyframe[], options: KeyframeAnimationOptions) => {
      const animation = element.animate(frames, options)
      running.push(animation)
      return animation
    },
    after: (ms: number, then: () => void) => {
      timer = setTimeout(then, ms)
    },
    stop: () => {
      clearTimeout(timer)
      for (const each of running) each.cancel()
      running = []
    },
  }
}

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
    runner.after(duration + 250, then)
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

/** How long the light stays on one cell while it runs, ms. */
const STEP_MS = 70

/** The motion of a light over `cells`, by their translations, in the order it runs. */
export function lightMotion(light: HTMLElement, cells: readonly string[]): Motion {
  const runner = runnerOf(light)
  let at = 0
  let turning: Animation | undefined
  const cellAt = (step: number) => cells[step % cells.length] as string

  function stop(): void {
    runner.stop()
    turning = undefined
  }

  function stay(place: number): void {
    at = place
    light.style.transform = cellAt(place)
    light.style.opacity = '1'
  }

  return {
    turn: () => {
      if (isStill(light)) return
      stop()
      stay(at)
      const frames = [...cells, cells[0]].map((_, i) => ({
        transform: cellAt(at + i),
        easing: 'steps(1,end)',
      }))
      turning = runner.run(frames, {
        duration: STEP_MS * cells.length,
        iterations: Number.POSITIVE_INFINITY,
      })
    },
    land: (place, landed) => {
      if (isStill(light)) {
        stay(place)
        runner.after(50, landed)
        return
      }
      const run = Number(turning?.currentTime ?? 0)
      const from = at + Math.floor(run / STEP_MS)
      // Two rounds more and on to the place, each step longer than the one before.
      const steps = 2 * cells.length + ((((place - from) % cells.length) + cells.length) % cells.length)
      const lasts = Array.from({ length: steps }, (_, i) => STEP_MS * (1 + 5 * (i / steps) ** 3))
      const duration = lasts.reduce((sum, ms) => sum + ms, 0)
      let passed = 0
      const frames = lasts.map((ms, i) => {
        const offset = passed / duration
        passed += ms
        return { transform: cellAt(from + i), offset, easing: 'steps(1,end)' }
      })
      stop()
      stay(place)
      runner.run([...frames, { transform: cellAt(place), offset: 1, easing: 'linear' }], { duration })
      runner.after(duration + 450, landed)
    },
    rest: () => {
      stop()
      light.style.opacity = '0'
    },
    stop,
  }
}
