'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'

/** Where a picture is used, each place a link. */
export function UsedList({ children }: { children: ReactNode }) {
  return (
    <ul className="m-0 max-h-60 list-none overflow-y-auto rounded-md border border-solid border-line p-0">
      {children}
    </ul>
  )
}

interface UsedItemProps {
  href: string
  name: string
  /** What following the link does, in words. */
  label: string
  title?: string
  /** What there is to say of the place. */
  children: ReactNode
}

export function UsedItem({ href, name, label, title, children }: UsedItemProps) {
  return (
    <li className="flex items-center gap-2 px-3 py-2 not-last:border-0 not-last:border-b not-last:border-solid not-last:border-line">
      <Link href={href} prefetch={false} aria-label={label} className="min-w-0 flex-1 truncate" title={title}>
        {name}
      </Link>
      {children}
    </li>
  )
}
