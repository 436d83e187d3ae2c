import type { ReactNode } from 'react'

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
  return (
    <fieldset className="m-0 mb-2 min-w-0 border-0 border-t border-line p-0 pt-5 first:border-t-0 first:pt-0">
      <legend className="float-left mb-3 w-full p-0 text-[15px] leading-6 font-semibold text-ink">
        {title}
        {text && <span className="block text-[13px] leading-5 font-normal text-ink-faint">{text}</span>}
      </legend>
      <div className="clear-both">{children}</div>
    </fieldset>
  )
}
