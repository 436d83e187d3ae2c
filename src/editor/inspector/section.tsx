import type { ReactNode } from 'react'

interface SectionProps {
  title?: string
  /** What of the block or the page it edits: where findings about that lead to. */
  place?: string
  children: ReactNode
}

/** A part of the inspector with its name. */
export function Section({ title, place, children }: SectionProps) {
  return (
    <section
      aria-label={title}
      data-place={place}
      className="border-0 border-b border-solid border-line px-4 py-4 last:border-b-0"
    >
      {title && <h3 className="mt-0 mb-3 text-[13px] leading-5 font-semibold text-ink">{title}</h3>}
      {children}
    </section>
  )
}
