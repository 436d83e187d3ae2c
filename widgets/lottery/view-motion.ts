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

/** What runs on one element, and what follows it: all of it ends at once. */
export function runnerOf(element: HTMLElement) {
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
