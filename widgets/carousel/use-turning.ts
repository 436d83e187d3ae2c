import { useEffect, useRef, useState } from 'preact/hooks'

/** The strip has come to rest when it was not scrolled for so long, ms. */
const REST_MS = 120

/**
 * Turns the pictures of a strip whose every child is as wide as itself, and which ends with a copy
 * of the first: every so many seconds, except while it is touched, hidden, or movement is unwanted.
 * 0 seconds leave it to the member. Not live on the server and in the first drawing on the phone.
 */
export function useTurning(count: number, seconds: number) {
  const strip = useRef<HTMLUListElement>(null)
  const [here, setHere] = useState(0)
  const [isLive, setLive] = useState(false)

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
      if (seconds) turn = setTimeout(onTime, seconds * 1000)
    }
    function onTime() {
      // A finger leaves hover and focus behind; a mouse and a keyboard take them along.
      const isRead = matchesMedia('hover:hover') && element?.matches(':hover,:focus-within')
      if (!isHeld && !isRead && !document.hidden && !wantsStillness()) turnTo(element, position() + 1)
      wait()
    }
    function onScroll() {
      setHere(position() % count)
      clearTimeout(rest)
      rest = setTimeout(() => {
        // The copy looks like the first, so nobody sees the strip go back.
        if (!isHeld && position() >= count) element?.scrollTo(0, 0)
      }, REST_MS)
      wait()
    }
    // Properties, since a new setting of the same strip replaces them.
    element.onscroll = onScroll
    element.ontouchstart = () => {
      isHeld = true
    }
    element.ontouchend = element.ontouchcancel = () => {
      isHeld = false
      onScroll()
    }
    wait()
    return () => {
      clearTimeout(turn)
      clearTimeout(rest)
    }
  }, [count, seconds])

  return { strip, isLive, here }
}

/** Scrolls a strip to one of its children: at once for whoever asked for less motion. */
export function turnTo(strip: HTMLElement | null, index: number): void {
  strip?.scrollTo({ left: index * strip.clientWidth, behavior: wantsStillness() ? 'auto' : 'smooth' })
}

const wantsStillness = () => matchesMedia('prefers-reduced-motion:reduce')

function matchesMedia(feature: string): boolean {
  return matchMedia(`(${feature})`).matches
}
