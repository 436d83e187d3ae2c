/** @jsxImportSource preact */

/** Keeps the place of a picture nobody has chosen yet. Padding, because old phones know no ratio. */
export function EmptyPicture({ label, ratio, style }: { label: string; ratio: number; style?: object }) {
  return (
    <div
      class="relative overflow-hidden bg-[rgba(127,127,127,0.14)] text-muted"
      style={{ ...style, paddingTop: `${Math.min(ratio, 2) * 100}%` }}
    >
      <div class="absolute top-0 left-0 flex h-full w-full flex-col items-center justify-center">
        <svg aria-hidden="true" width="40" height="40" viewBox="0 0 40 40" fill="none" stroke="currentColor">
          <rect x="5" y="8" width="30" height="24" rx="4" stroke-width="2" />
          <circle cx="14" cy="16" r="3" stroke-width="2" />
          <path d="M6 29l9-8 6 5 7-8 7 7" stroke-width="2" stroke-linejoin="round" />
        </svg>
        <span class="mt-1 text-[13px]">{label}</span>
      </div>
    </div>
  )
}
