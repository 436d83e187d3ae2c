'use client'

import { useState } from 'react'
import { thumbnailOf } from './asset'

interface AssetPictureProps {
  url: string
  /** What is shown, blurred, until the picture is there. */
  placeholder: string | null
  alt: string
}

/** An upload, whole, on a chequered ground so that transparent parts can be told. */
export function AssetPicture({ url, placeholder, alt }: AssetPictureProps) {
  const [isThere, setThere] = useState(false)
  return (
    <span className="relative flex size-full items-center justify-center overflow-hidden bg-[repeating-conic-gradient(#f1f0eb_0_25%,#fff_0_50%)] bg-[length:16px_16px]">
      {placeholder && !isThere && (
        <img
          src={placeholder}
          alt=""
          aria-hidden="true"
          className="absolute inset-0 size-full scale-110 object-contain blur-md"
        />
      )}
      <img
        src={thumbnailOf(url)}
        alt={alt}
        loading="lazy"
        decoding="async"
        draggable={false}
        className="relative max-h-full max-w-full object-contain"
        onLoad={() => setThere(true)}
      />
    </span>
  )
}
