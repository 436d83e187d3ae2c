/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { useHost } from '../view'
import { playWords } from './play-words'
import { Sheet } from './sheet'

/**
 * The rules behind a button: in a sheet, or unfolded in place where no script runs. `items` are
 * whole sentences.
 */
export function Rules({ items, title }: { items: readonly string[]; title?: string }) {
  const { locale, isEditing } = useHost()
  const [isOpen, setOpen] = useState(false)
  const words = playWords[locale]
  const list = (
    <ol class="zg-pl-rules-list">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ol>
  )
  return (
    <>
      <details class="zg-pl-rules">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is reached and pressed like a button. */}
        <summary
          onClick={(event) => {
            event.preventDefault()
            if (!isEditing) setOpen(true)
          }}
        >
          {words.rules}
        </summary>
        {list}
      </details>
      {isOpen && (
        <Sheet title={title ?? words.rules} onClose={() => setOpen(false)}>
          {list}
        </Sheet>
      )}
    </>
  )
}
