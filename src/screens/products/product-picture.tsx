'use client'

import { PictureOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { pictureAttrs } from '@/widgets/kit/picture'

/** A product's picture, small; a place-holder where there is none or it does not load. */
export function ProductPicture({ src, size }: { src: string; size: number }) {
  const [brokenSrc, setBrokenSrc] = useState<string>()
  const box = { width: size, height: size }
  if (src === '' || brokenSrc === src) {
    return (
      <span
        aria-hidden="true"
        style={box}
        className="flex shrink-0 items-center justify-center rounded-md bg-[#f1f0eb] text-ink-faint"
      >
        <PictureOutlined />
      </span>
    )
  }
  const { src: first, srcset, sizes } = pictureAttrs(src, `${size}px`)
  return (
    <img
      src={first}
      srcSet={srcset}
      sizes={sizes}
      alt=""
      loading="lazy"
      style={box}
      className="shrink-0 rounded-md object-cover"
      onError={() => setBrokenSrc(src)}
    />
  )
}
