'use client'

import { useTranslations } from 'next-intl'
import { create } from 'qrcode'

/** Links longer than this would make modules too small to scan off a screen: they repeat less. */
const LONG = 120
/** Light modules around the code that readers need. */
const QUIET = 2

/** A QR code that leads to `link`, as one SVG path. `size` in CSS px. */
export function QrCode({ link, title, size = 176 }: { link: string; title: string; size?: number }) {
  const t = useTranslations('kit')
  const { modules } = create(link, { errorCorrectionLevel: link.length > LONG ? 'L' : 'M' })
  const side = modules.size + 2 * QUIET
  let path = ''
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`
    }
  }
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={t('qrOf', { title })}
      shapeRendering="crispEdges"
      className="block rounded-md bg-white"
    >
      <path d={path} fill="#1b2422" />
    </svg>
  )
}
