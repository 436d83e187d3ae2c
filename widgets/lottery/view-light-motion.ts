import { isStill, type Motion, runnerOf } from './view-motion'

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
      runner.after(duration + 300, landed)
    },
    rest: () => {
      stop()
      light.style.opacity = '0'
    },
    stop,
  }
}
