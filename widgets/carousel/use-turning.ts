import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

/** The strip has come to rest when it was not scrolled for so long, ms. */
const REST_MS = 120
const TOUCHES = ['touchstart', 'mouseenter', 'focusin'] as const
const RELEASES = ['touchend', 'touchcancel', 'mouseleave', 'focusout'] as const

/**
 * Turns the pictures of a strip whose every child is as wide as itself, and which ends with a copy
 * of the first: every so many seconds, except while it is touched, hidden, or movement is unwanted.
 * 0 seconds leave it to the member. Not live on the server and in the first drawing on the phone.
 */
export function useTurning(count: number, seconds: number) {
  const strip = useRef<HTMLUListElement>(null)
  const [here, setHere] = useState(0)
  const [isLive, setLive] = useState(false)

  const goTo = useCallback((index: number) => {
    const element = strip.current
    element?.scrollTo({ left: index * element.clientWidth, behavior: wantsStillness() ? 'auto' : 'smooth' })
  }, [])

  useEffect(() => {
    const element = strip.current
    if (!element || count < 2) return
    setLive(true)
    let isHeld = false
    let turn: ReturnType<typeof setTimeout>
    let rest: ReturnType<typeof setTimeout>
    const position = () => Math.round(element.scrollLeft / element.clientWidth)

    function wait() {
      clearTimeout(turn)
      if (seconds > 0) turn = setTimeout(onTime, seconds * 1000)
    }
    function onTime() {
      if (!isHeld && !document.hidden && !wantsStillness()) goTo(position() + 1)
      wait()
    }
    function onRest() {
      // The copy looks like the first, so nobody sees the strip go back.
      if (!isHeld && position() >= count) element?.scrollTo(0, 0)
    }
    function onScroll() {
      setHere(position() % count)
      clearTimeout(rest)
      rest = setTimeout(onRest, REST_MS)
      wait()
    }
    const hold = () => {
      isHeld = true
    }
    const release = () => {
      isHeld = false
      onScroll()
    }
    const passive = { passive: true }
    element.addEventListener('scroll', onScroll, passive)
    for (const name of TOUCHES) element.addEventListener(name, hold, passive)
    for (const name of RELEASES) element.addEventListener(name, release, passive)
    wait()
    return () => {
      clearTimeout(turn)
      clearTimeout(rest)
      element.removeEventListener('scroll', onScroll)
      for (const name of TOUCHES) element.removeEventListener(name, hold)
      for (const name of RELEASES) element.removeEventListener(name, release)
    }
  }, [count, seconds, goTo])

  return { strip, isLive, here, goTo }
}

function wantsStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
