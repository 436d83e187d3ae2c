'use client'

import { keyNames } from './key-text'

/** The keys of a shortcut, each as a key. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="flex gap-1">
      {keyNames(keys).map((name) => (
        <kbd
          key={name}
          className="flex h-5 min-w-5 items-center justify-center rounded border border-b-2 border-solid border-line bg-[#faf9f6] px-1 font-sans text-[11px] leading-none text-ink-soft"
        >
          {name}
        </kbd>
      ))}
    </span>
  )
}
