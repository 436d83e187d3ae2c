/** A ticket, for kinds that bring no drawing of their own. */
const TICKET = 'M3 8a2 2 0 0 0 0 4v4h18v-4a2 2 0 0 1 0-4V6H3zM9 6v12'

/** The picture of a kind of tool, on a tinted tile. */
export function ToolIcon({ path, size = 40 }: { path: string | undefined; size?: number }) {
  return (
    <span
      aria-hidden="true"
      className="inline-flex shrink-0 items-center justify-center rounded-lg bg-brand-soft text-brand"
      style={{ width: size, height: size }}
    >
      <svg width={size * 0.56} height={size * 0.56} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path
          d={path ?? TICKET}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </span>
  )
}
