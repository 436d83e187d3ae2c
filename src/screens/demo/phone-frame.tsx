'use client'

import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'

/** The screen inside the frame, CSS px: an iPhone of the common size. */
const SCREEN = { width: 390, height: 844 }
const BEZEL = 12
const OUTER = { width: SCREEN.width + 2 * BEZEL, height: SCREEN.height + 2 * BEZEL }

interface PhoneFrameProps {
  /** What the phone opens; without it `children` are shown on its screen. */
  src: string | undefined
  title: string
  frameRef: RefObject<HTMLIFrameElement | null>
  children: ReactNode
}

/** A drawn phone whose screen is a real 390 × 844 viewport, made smaller only to fit the window. */
export function PhoneFrame({ src, title, frameRef, children }: PhoneFrameProps) {
  const box = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(1)

  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      const { width, height } = entry.contentRect
      setScale(Math.min(1, width / OUTER.width, height / OUTER.height))
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])

  return (
    <div ref={box} className="flex h-full min-h-0 w-full items-center justify-center">
      <div style={{ width: OUTER.width * scale, height: OUTER.height * scale }}>
        <div
          className="relative origin-top-left rounded-[56px] bg-[#16201e] shadow-[0_24px_60px_-20px_rgba(27,36,34,0.45)]"
          style={{ ...OUTER, padding: BEZEL, transform: `scale(${scale})` }}
        >
          <span
            aria-hidden="true"
            className="absolute top-48 -left-[3px] h-16 w-[3px] rounded-l bg-[#16201e]"
          />
          <span
            aria-hidden="true"
            className="absolute top-56 -right-[3px] h-20 w-[3px] rounded-r bg-[#16201e]"
          />
          <div className="h-full overflow-hidden rounded-[44px] bg-white">
            {src ? (
              <iframe
                ref={frameRef}
                key={src}
                src={src}
                title={title}
                width={SCREEN.width}
                height={SCREEN.height}
                className="block border-0"
              />
            ) : (
              <div className="flex h-full items-center justify-center bg-plaster p-10 text-center text-ink-faint">
                {children}
              </div>
            )}
          </div>
        </div>
      </div>
    </div>
  )
}
