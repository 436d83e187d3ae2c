/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { later } from '../later'
import { Still } from '../still'
import { isPhone } from '../target'
import { useHost } from '../view'
import { playWords } from './play-words'
import { Sheet as SheetNow } from './sheet'

const Sheet = later(isPhone ? { load: () => import('./sheet').then((m) => m.Sheet) } : { now: SheetNow })

/**
 * The rules behind a button: in a sheet, or unfolded in place where no script runs. `children` are
 * the `RuleList`; a phone is given none and shows what the server wrote. `id` is the block's.
 */
export function Rules({ id, children }: { id: string; children: ComponentChildren }) {
  const { locale, isEditing } = useHost()
  const place = useRef<HTMLDivElement>(null)
  const [shown, show] = useState<string>()
  const words = playWords[locale]
  return (
    <>
      <details class="zg-pl-rules">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is reached and pressed like a button. */}
        <summary
          onClick={(event) => {
            event.preventDefault()
            if (!isEditing) show(place.current?.innerHTML)
          }}
        >
          {words.rules}
        </summary>
        <div ref={place}>
          <Still name={`${id} rules`}>{children}</Still>
        </div>
      </details>
      {shown !== undefined && (
        <Sheet title={words.rules} onClose={() => show(undefined)}>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: what the server wrote on this very page. */}
          <div dangerouslySetInnerHTML={{ __html: shown }} />
        </Sheet>
      )}
    </>
  )
}
