import type { ReactNode } from 'react'

interface PageHeaderProps {
  title: ReactNode
  /** The one question this screen answers, answered in a line. */
  answer?: ReactNode
  /** The one thing most people come here to do. */
  action?: ReactNode
  /** Quieter things, before the action. */
  extra?: ReactNode
  /** A link back to where this belongs. */
  back?: ReactNode
}

/** The head of a screen. */
export function PageHeader({ title, answer, action, extra, back }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        {back && <div className="mb-2">{back}</div>}
        <h1 className="m-0 flex flex-wrap items-center gap-3 text-xl leading-7 font-semibold text-ink">
          {title}
        </h1>
        {answer && <p className="mt-1 mb-0 min-h-[22px] text-ink-soft">{answer}</p>}
      </div>
      {(action || extra) && (
        <div className="flex flex-wrap items-center gap-2">
          {extra}
          {action}
        </div>
      )}
    </header>
  )
}
