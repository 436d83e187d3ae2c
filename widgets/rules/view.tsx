/** @jsxImportSource preact */
import { RichTextView } from '../kit/rich-text-view'
import { TargetedSheet } from '../kit/targeted-sheet'
import { useHost, type ViewProps } from '../kit/view'
import type { RulesProps } from './definition'

export function View({ props, blockId }: ViewProps<RulesProps>) {
  const { title, text, display, side, top } = props
  const { isEditing } = useHost()
  const rules = <RichTextView text={text} />
  if (display === 'inline') {
    return (
      <section class="zg-rules-card">
        <h2>{title}</h2>
        {rules}
      </section>
    )
  }
  // The sheet's own name and not the block's: going to the block would scroll the page to it.
  const sheetId = `${blockId}-rules`
  const isFixed = display === 'tag' && !isEditing
  return (
    <>
      <div
        class={`zg-rules-${display} zg-rules-${side}${isFixed ? ' zg-rules-fixed' : ''}`}
        style={isFixed ? { top: `${top}%` } : undefined}
      >
        <a href={`#${sheetId}`} aria-haspopup="dialog">
          <span>{title}</span>
        </a>
      </div>
      <TargetedSheet id={sheetId} title={title} look="sheet">
        <div class="zg-rules-text">{rules}</div>
      </TargetedSheet>
    </>
  )
}
