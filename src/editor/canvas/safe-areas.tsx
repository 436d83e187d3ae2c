'use client'

import { type RefObject, useEffect } from 'react'
import type { CanvasHandle, SafeArea } from '@/schemas/canvas'
import { useEditor } from '../store/context'

/** What phones with a notch, and tablets, cover, px. */
const PHONE: SafeArea = { top: 47, bottom: 34 }
const TABLET: SafeArea = { top: 24, bottom: 20 }
const TABLET_WIDTH = 768

/** A notch and a home indicator over the page, which the page then keeps clear of. */
export function SafeAreas({ handle }: { handle: RefObject<CanvasHandle | undefined> }) {
  const isShown = useEditor((state) => state.hasSafeAreas)
  const isTablet = useEditor((state) => state.deviceWidth >= TABLET_WIDTH)
  const insets = isTablet ? TABLET : PHONE

  useEffect(() => {
    if (!isShown) return
    const { current: canvas } = handle
    canvas?.setSafeArea(insets)
    return () => canvas?.setSafeArea(null)
  }, [handle, isShown, insets])

  if (!isShown) return null
  return (
    <div aria-hidden="true" data-testid="safe-areas" className="pointer-events-none absolute inset-0 z-10">
      <div className="absolute inset-x-0 top-0 bg-ink/12" style={{ height: insets.top }}>
        {!isTablet && <div className="mx-auto mt-[11px] h-[30px] w-[112px] rounded-full bg-black" />}
      </div>
      <div className="absolute inset-x-0 bottom-0 bg-ink/12" style={{ height: insets.bottom }}>
        <div className="absolute bottom-2 left-1/2 h-[5px] w-[134px] -translate-x-1/2 rounded-full bg-black" />
      </div>
    </div>
  )
}
