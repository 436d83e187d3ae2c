/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import type { AnchorNavProps } from './definition'
import { viewMessages } from './messages'

/** A floor is reached when it is this close below the bar, px. */
const REACH_PX = 24

/** Plain links; the script only marks the floor that is being read, and keeps it in sight. */
export function View({ props: { entries, look } }: ViewProps<AnchorNavProps>) {
  const text = useMessages(viewMessages)
  const { isEditing } = useHost()
  const bar = useRef<HTMLUListElement>(null)
  const [current, setCurrent] = useState(-1)

  useEffect(() => {
    if (isEditing) return
    const list = bar.current as HTMLElement
    let last = -1
    const mark = () => {
      const line = list.getBoundingClientRect().bottom + REACH_PX
      const isEnd = innerHeight + scrollY > document.body.scrollHeight - 2
      let next = -1
      let nearest = -1e9
      entries.forEach(({ target }, i) => {
        const top = document.getElementById(target.slice(1))?.getBoundingClientRect().top ?? 1e9
        // Of the floors that were passed the last; at the page's end the last that shows at all.
        if (top >= nearest && top <= (isEnd ? innerHeight : line)) {
          nearest = top
          next = i
        }
      })
      if (next === last) return
      last = next
      setCurrent(next)
      const item = list.children[next] as HTMLElement | undefined
      if (item) list.scrollLeft = item.offsetLeft - (list.clientWidth - item.offsetWidth) / 2
    }
    mark()
    // A browser tells of scrolling once a frame.
    addEventListener('scroll', mark, { passive: true })
    return () => removeEventListener('scroll', mark)
  }, [entries, isEditing])

  return (
    <nav class={`zg-floors zg-floors-${look}`} aria-label={text.label}>
      <ul ref={bar}>
        {entries.map(({ label, target }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two floors may be called the same.
          <li key={i}>
            <a
              href={target[0] === '#' ? target : undefined}
              aria-current={i === current ? 'true' : undefined}
            >
              <span>{label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
