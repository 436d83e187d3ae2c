import type { ReactNode } from 'react'

/** What is known of a grant, name by name. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="m-0 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2.5 rounded-md bg-plaster px-4 py-3">
      {children}
    </dl>
  )
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="whitespace-nowrap text-ink-faint">{name}</dt>
      <dd className="m-0 break-words">{children}</dd>
    </>
  )
}
