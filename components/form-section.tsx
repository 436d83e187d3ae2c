import { type ReactNode, useId } from 'react'

/** A group of fields that belong together, with its name and what it is about. */
export function FormSection({
  title,
  text,
  children,
}: {
  title: string
  text?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-line pb-1 not-first:border-t not-first:pt-6">
      <h3 id={id} className="m-0 text-[15px] leading-6 font-semibold text-ink">
        {title}
      </h3>
      {text && <p className="mt-0.5 mb-0 text-[13px] leading-5 text-ink-faint">{text}</p>}
      <div className="mt-4">{children}</div>
    </section>
  )
}
