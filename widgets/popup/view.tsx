/** @jsxImportSource preact */
import { TargetedSheet } from '../kit/targeted-sheet'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import type { PopupProps } from './definition'
import { viewMessages } from './messages'

/** In the editor it lies open in its place, so that something can be put into it. */
export function View({ props: { title, look, hasTitle, opens }, slots }: ViewProps<PopupProps>) {
  const text = useMessages(viewMessages)
  if (useHost().isEditing) {
    return (
      <div class={`zg-popup-editing zg-popup-${look}`}>
        <p>
          <b>{title}</b>
          <span>{text.hint[opens]}</span>
        </p>
        <div>{slots.content}</div>
      </div>
    )
  }
  return (
    <TargetedSheet title={title} isTitleHidden={look === 'bare' || !hasTitle} look={look}>
      {slots.content}
    </TargetedSheet>
  )
}
