/** The mark: a stepped tower seen from the front, its temple on top in clay. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#0f6b63" />
      <path d="M5 22h22v4H5z" fill="#fff" />
      <path d="M8 16.6h16V21H8z" fill="#fff" fillOpacity="0.86" />
      <path d="M11 11.4h10v4.2H11z" fill="#fff" fillOpacity="0.72" />
      <path d="M14 6h4v4.4h-4z" fill="#e9a06f" />
      <path d="M14.6 26l.7-14.6h1.4l.7 14.6z" fill="#0f6b63" fillOpacity="0.9" />
    </svg>
  )
}
