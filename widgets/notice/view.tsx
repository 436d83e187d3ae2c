/** @jsxImportSource preact */
import { LineIcon } from '../kit/line-icons'
import { linkHref } from '../kit/link-href'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import type { NoticeProps } from './definition'
import { viewMessages } from './messages'

/**
 * Lines that roll by two animations, one inside the other: the outer jumps a line at a time, the
 * inner glides through one line and begins anew as the outer jumps. So any number of lines rolls
 * without a script. The first line stands once more at the end, for the last to roll into.
 */
export function View({ props: { lines, icon, look, seconds }, blockId }: ViewProps<NoticeProps>) {
  const text = useMessages(viewMessages)
  const { isEditing } = useHost()
  const [first] = lines
  const rolls = lines.length > 1
  // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same.
  const all = lines.map((line, i) => <Line key={i} line={line} />)
  const pauseId = `${blockId}-pause`
  return (
    <section class={`zg-notice zg-notice-${look}`} aria-label={text.label}>
      {icon !== 'none' && <LineIcon name={icon} />}
      {rolls && !isEditing ? (
        <>
          <input class="zg-notice-check" type="checkbox" id={pauseId} />
          <div class="zg-notice-window">
            <div
              class="zg-notice-jumps"
              style={{
                animationDuration: `${lines.length * seconds}s`,
                animationTimingFunction: `steps(${lines.length})`,
              }}
            >
              <div class="zg-notice-glides" style={{ animationDuration: `${seconds}s` }}>
                {all}
                {first && (
                  <div class="zg-notice-again" aria-hidden="true">
                    {first.text}
                  </div>
                )}
              </div>
            </div>
          </div>
          <label class="zg-notice-pause" for={pauseId}>
            {text.pause}
          </label>
        </>
      ) : (
        <div class="zg-notice-still">{rolls ? all.slice(0, 1) : all}</div>
      )}
    </section>
  )
}

function Line({ line: { text, link } }: { line: NoticeProps['lines'][number] }) {
  const href = linkHref(link)
  return href ? <a href={href}>{text}</a> : <p>{text}</p>
}
