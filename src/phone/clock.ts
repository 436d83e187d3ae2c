/** The server's clock as the phone knows it: its own clock, set right by what the server says. */
export interface PhoneClock {
  /** ms since the epoch. */
  now: () => number
  /** Takes over the server's time, which it gave between `sentAt` and `receivedAt` of the phone's clock. */
  correct: (serverNow: number, sentAt: number, receivedAt: number) => void
  /** Calls back at each full second of the server's clock, and when it was set. Returns the end of it. */
  onTick: (tick: () => void) => () => void
}

/** The phone's own clock is believed until the server first says otherwise. */
export function createClock(read: () => number = Date.now): PhoneClock {
  let offset = 0
  let isSet = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const ticks = new Set<() => void>()

  const now = () => read() + offset
  const schedule = () => {
    clearTimeout(timer)
    if (ticks.size > 0) timer = setTimeout(tickAll, 1000 - (now() % 1000))
  }
  const tickAll = () => {
    for (const tick of [...ticks]) tick()
    schedule()
  }

  return {
    now,
    correct: (serverNow, sentAt, receivedAt) => {
      const measured = serverNow - (sentAt + receivedAt) / 2
      // The answer is this uncertain; within it, what is known already is as good and does not jump.
      if (isSet && Math.abs(measured - offset) <= (receivedAt - sentAt) / 2) return
      isSet = true
      offset = measured
      tickAll()
    },
    onTick: (tick) => {
      ticks.add(tick)
      if (ticks.size === 1) schedule()
      return () => {
        ticks.delete(tick)
        if (ticks.size === 0) clearTimeout(timer)
      }
    },
  }
}
