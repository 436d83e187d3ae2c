'use client'

import type { ComponentProps, ReactNode } from 'react'

interface ToolButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'title'> {
  label: string
  icon: ReactNode
  /** Absent for what is no switch. */
  isActive?: boolean
  isDisabled: boolean
}

/** One tool of the bar. Pressing it leaves the text's selection where it is. */
export function ToolButton({ label, icon, isActive, isDisabled, ...rest }: ToolButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      title={label}
      aria-label={label}
      aria-pressed={isActive}
      disabled={isDisabled}
      onMouseDown={(event) => event.preventDefault()}
      className={`flex size-[30px] cursor-pointer items-center justify-center rounded border-0 text-[15px] disabled:cursor-not-allowed disabled:opacity-40 ${
        isActive ? 'bg-brand-soft text-brand' : 'bg-transparent text-ink-soft hover:bg-[#eeede8]'
      }`}
    >
      {icon}
    </button>
  )
}
