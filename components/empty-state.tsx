import type { ReactNode } from 'react'
import { EmptyPicture, type EmptyPictureName } from './empty-picture'

interface EmptyStateProps {
  picture: EmptyPictureName
  title: string
  text?: ReactNode
  /** In small print, such as a request's id. */
  note?: ReactNode
  action?: ReactNode
  role?: 'alert'
  /** Takes less room, inside a card. */
  isCompact?: boolean
}

/** What stands where there is nothing to show: why, and what can be done about it. */
export function EmptyState({ picture, title, text, note, action, role, isCompact }: EmptyStateProps) {
  return (
    <div
      role={role}
      className={`flex flex-col items-center px-6 text-center ${isCompact ? 'py-7' : 'py-12'}`}
    >
      <EmptyPicture name={picture} size={isCompact ? 116 : 148} />
      <p className="mt-3 mb-0 text-[15px] font-medium text-ink">{title}</p>
      {text && <p className="mt-1 mb-0 max-w-md text-balance text-ink-faint">{text}</p>}
      {action && <div className="mt-5">{action}</div>}
      {note && <p className="mt-4 mb-0 font-mono text-xs text-ink-faint">{note}</p>}
    </div>
  )
}
