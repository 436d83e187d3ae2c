/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import type { ByLocale } from './messages'
import { useHost } from './view'

interface TargetedSheetProps {
  /** What links to it say after `#`; absent when the block around it is what they name. */
  id?: string
  /** Read out, and shown unless `isTitleHidden`. */
  title: string
  isTitleHidden?: boolean
  /** From below, in the middle, or the content alone without a panel. */
  look: 'sheet' | 'dialog' | 'bare'
  children: ComponentChildren
}

const closeWords: ByLocale<string> = { 'zh-CN': '关闭', en: 'Close' }

/** No element is called so: going there shows none and scrolls nowhere. */
const NOWHERE = '#-'

/** A panel over the page that links open, without a script. Draw it as a child of the block's root. */
export function TargetedSheet({ id, title, isTitleHidden, look, children }: TargetedSheetProps) {
  const close = closeWords[useHost().locale]
  const isUntitled = isTitleHidden && look !== 'bare'
  const cross = (
    <a class="zg-pl-close zg-target-close" href={NOWHERE}>
      {close}
    </a>
  )
  return (
    <div
      id={id}
      class={`zg-pl-sheet zg-target zg-target-${look}${isUntitled ? ' zg-target-untitled' : ''}`}
      role="dialog"
      aria-label={title}
    >
      {/* biome-ignore lint/a11y/useAnchorContent: a shortcut for the finger; the cross is the one that is read. */}
      <a class="zg-pl-backdrop" href={NOWHERE} tabIndex={-1} aria-hidden="true" />
      <div class="zg-pl-panel">
        {!isTitleHidden && <h2>{title}</h2>}
        {look !== 'bare' && cross}
        <div class="zg-pl-content">{children}</div>
        {look === 'bare' && cross}
      </div>
    </div>
  )
}
