import { type ReactNode, useId } from 'react'

/** A titled surface that holds one subject of a screen. */
export function Panel({
  title,
  action,
  children,
  isFlush,
}: {
  title: string
  action?: ReactNode
  children: ReactNode
  /** The content reaches the edges, as lists and tables do. */
  isFlush?: boolean
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col rounded-lg border border-line bg-white">
      <div className="flex min-h-14 items-center justify-between gap-4 px-5 py-3">
        <h2 id={id} className="m-0 text-[15px] font-semibold text-ink">
          {title}
        </h2>
        {action}
      </div>
      <div className={isFlush ? 'border-t border-line' : 'px-5 pb-5'}>{children}</div>
    </section>
  )
}
