/** Rows of brick, from the ground up: [steps in from the left, brightness]. */
const STEPS = [
  { width: 420, fill: '#15877d' },
  { width: 332, fill: '#1a938a' },
  { width: 248, fill: '#23a197' },
  { width: 168, fill: '#3bb0a4' },
]
const STEP_HEIGHT = 58
const BRICK = { width: 40, height: 16 }

/** The tower at dusk: the picture on the sign-in screen. */
export function Tower() {
  return (
    <svg viewBox="0 0 520 420" className="w-full max-w-[600px]" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="bricks" width={BRICK.width} height={BRICK.height * 2} patternUnits="userSpaceOnUse">
          <path
            d={`M0 ${BRICK.height}h${BRICK.width}M0 0h${BRICK.width}M${BRICK.width / 2} 0v${BRICK.height}M0 ${BRICK.height}v${BRICK.height}`}
            stroke="#0a4f49"
            strokeOpacity="0.28"
            fill="none"
          />
        </pattern>
        <linearGradient id="shade" x1="0" x2="1" y1="0" y2="0">
          <stop offset="0" stopColor="#0a4f49" stopOpacity="0" />
          <stop offset="1" stopColor="#0a4f49" stopOpacity="0.38" />
        </linearGradient>
      </defs>
      <circle cx="400" cy="96" r="44" fill="#e9a06f" />
      <circle cx="400" cy="96" r="70" fill="#e9a06f" fillOpacity="0.16" />
      {STEPS.map(({ width, fill }, index) => {
        const x = 260 - width / 2
        const y = 376 - STEP_HEIGHT * (index + 1)
        return (
          <g key={width}>
            <rect x={x} y={y} width={width} height={STEP_HEIGHT} fill={fill} />
            <rect x={x} y={y} width={width} height={STEP_HEIGHT} fill="url(#bricks)" />
            <rect x={x + width / 2} y={y} width={width / 2} height={STEP_HEIGHT} fill="url(#shade)" />
            <rect x={x - 6} y={y} width={width + 12} height="6" fill="#7fd0c6" fillOpacity="0.55" />
          </g>
        )
      })}
      <rect x="228" y="98" width="64" height="46" fill="#e9a06f" />
      <rect x="260" y="98" width="32" height="46" fill="#b4633a" fillOpacity="0.45" />
      <rect x="222" y="92" width="76" height="8" fill="#f5c9a5" />
      <path d="M250 144v-22a10 10 0 0 1 20 0v22z" fill="#0a4f49" />
      <path d="M236 376l12-232h24l12 232z" fill="#0a4f49" fillOpacity="0.55" />
      {Array.from({ length: 14 }, (_, index) => {
        const y = 364 - index * 16
        const half = 22 - index * 0.8
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the stairs never change their order.
          <path key={index} d={`M${260 - half} ${y}h${half * 2}`} stroke="#7fd0c6" strokeOpacity="0.5" />
        )
      })}
      <rect x="0" y="376" width="520" height="3" fill="#7fd0c6" fillOpacity="0.4" />
      <path
        d="M40 70h1M92 132h1M150 48h1M66 214h1M476 210h1M330 40h1"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
        strokeOpacity="0.5"
      />
    </svg>
  )
}
