/** @jsxImportSource preact */
import { RichTextView } from '../kit/rich-text-view'
import type { ViewProps } from '../kit/view'
import type { RichTextProps } from './definition'

export function View({ props: { text, look, size } }: ViewProps<RichTextProps>) {
  return (
    <div class="p-[8px_var(--zg-gutter,12px)]">
      <div
        class={`${size === 'small' ? 'text-[13px]' : 'text-[15px]'} ${look === 'card' ? 'zg-rich-card rounded-card bg-surface p-[16px]' : ''}`}
      >
        <RichTextView text={text} />
      </div>
    </div>
  )
}
