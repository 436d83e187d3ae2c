/** @jsxImportSource preact */

/** Drawn on 56 × 56; the colours are those of what is drawn, whatever the theme. */
const DRAWN = {
  packet: (
    <>
      <path fill="#e0261f" d="M14 6h28q4 0 4 4v36q0 4-4 4H14q-4 0-4-4V10q0-4 4-4z" />
      <path fill="#f5503f" d="M10 18v-8q0-4 4-4h28q4 0 4 4v8q-18 15-36 0z" />
      <path fill="none" stroke="#ffd98a" stroke-width="1.5" d="M10 18q18 15 36 0" />
      <circle cx="28" cy="26" r="8" fill="#ffd04d" />
      <path
        fill="none"
        stroke="#b0500a"
        stroke-width="2"
        stroke-linecap="round"
        d="M24.5 21.5l3.5 4 3.5-4M28 25.5v5.5M25 27.5h6"
      />
    </>
  ),
  gift: (
    <>
      <path fill="#e8391f" d="M9 25h38v22q0 4-4 4H13q-4 0-4-4z" />
      <path fill="#ff6a4d" d="M8 16h40q2 0 2 2v7q0 2-2 2H8q-2 0-2-2v-7q0-2 2-2z" />
      <path fill="#ffcf5a" d="M24 16h8v35h-8z" />
      <path
        fill="none"
        stroke="#ffcf5a"
        stroke-width="4"
        d="M28 16c-4-11-17-13-17-6 0 5 9 7 17 6zM28 16c4-11 17-13 17-6 0 5-9 7-17 6z"
      />
    </>
  ),
  coupon: (
    <>
      <path
        fill="#ff8a2b"
        d="M8 14h24a4 4 0 0 0 8 0h8q3 0 3 3v22q0 3-3 3h-8a4 4 0 0 0-8 0H8q-3 0-3-3V17q0-3 3-3z"
      />
      <path stroke="#fff" stroke-width="1.5" stroke-dasharray="3 3" d="M36 20v16" />
      <path
        fill="none"
        stroke="#fff"
        stroke-width="3"
        stroke-linecap="round"
        stroke-linejoin="round"
        d="M14 20l6 7 6-7M20 27v9M14.5 30h11"
      />
    </>
  ),
}

export function DrawnPicture({ name }: { name: keyof typeof DRAWN }) {
  return (
    <svg viewBox="0 0 56 56" width="56" height="56" aria-hidden="true">
      {DRAWN[name]}
    </svg>
  )
}
