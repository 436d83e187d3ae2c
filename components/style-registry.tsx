'use client'

import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs'
import { useServerInsertedHTML } from 'next/navigation'
import { type ReactNode, useState } from 'react'

/**
 * Puts antd's styles into the HTML the server sends, so that nothing is shown bare first. They go
 * into a cascade layer of their own, below Tailwind's utilities (see theme.css).
 */
export function StyleRegistry({ children }: { children: ReactNode }) {
  const [cache] = useState(() => createCache())
  useServerInsertedHTML(() => {
    // `once` leaves out what an earlier chunk of the stream has carried.
    const css = extractStyle(cache, { plain: true, once: true })
    if (css.includes('.data-ant-cssinjs-cache-path{content:"";}')) return null
    return (
      <style
        id="antd-cssinjs"
        data-rc-order="prepend"
        data-rc-priority="-1000"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: antd's own styles, made above.
        dangerouslySetInnerHTML={{ __html: css }}
      />
    )
  })
  return (
    <StyleProvider cache={cache} layer>
      {children}
    </StyleProvider>
  )
}
