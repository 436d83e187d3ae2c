/** @jsxImportSource preact */

/** A red packet blown up like a balloon, its flap and seal bent with it, a knot below. */
export function Balloon() {
  return (
    <svg viewBox="0 0 240 250" aria-hidden="true">
      <defs>
        <radialGradient id="zg-ep-skin" cx="0.36" cy="0.26" r="0.86">
          <stop offset="0" stop-color="#ff7d5f" />
          <stop offset="0.4" stop-color="#e8352b" />
          <stop offset="1" stop-color="#a50f17" />
        </radialGradient>
        <linearGradient id="zg-ep-flap" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stop-color="#ff8a66" />
          <stop offset="1" stop-color="#cf1d1d" />
        </linearGradient>
        <radialGradient id="zg-ep-gold" cx="0.36" cy="0.28" r="0.8">
          <stop offset="0" stop-color="#fff4cc" />
          <stop offset="0.5" stop-color="#ffd36b" />
          <stop offset="1" stop-color="#e0971c" />
        </radialGradient>
      </defs>
      <ellipse cx="120" cy="238" rx="52" ry="7" fill="#000" opacity="0.16" />
      <path d="M108 214l-8 18q20 8 40 0l-8-18z" fill="#a50f17" />
      <path
        d="M52 22Q120-2 188 22 226 34 232 86 238 156 202 192 164 222 120 222 76 222 38 192 2 156 8 86 14 34 52 22z"
        fill="url(#zg-ep-skin)"
      />
      <path
        d="M52 22Q120-2 188 22 222 33 230 76 184 118 120 118 56 118 10 76 18 33 52 22z"
        fill="url(#zg-ep-flap)"
      />
      <path d="M10 76Q56 118 120 118 184 118 230 76" fill="none" stroke="#ffd98a" stroke-width="3.5" />
      <path
        d="M40 60Q52 34 84 27"
        fill="none"
        stroke="#fff"
        stroke-width="9"
        stroke-linecap="round"
        opacity="0.5"
      />
      <circle cx="35" cy="78" r="5" fill="#fff" opacity="0.45" />
      <circle cx="120" cy="70" r="29" fill="url(#zg-ep-gold)" stroke="#ffe9ae" stroke-width="3" />
      <path
        d="M108 56l12 14 12-14M120 70v20M110 73h20M110 81h20"
        fill="none"
        stroke="#a35c06"
        stroke-width="4.5"
        stroke-linecap="round"
      />
    </svg>
  )
}
