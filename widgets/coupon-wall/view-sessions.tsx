/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks'
import { instantParts } from '../kit/instant-text'
import { useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { viewMessages } from './messages'
import type { SessionState } from './state'

interface SessionTabsProps {
  sessions: readonly SessionState[]
  shown: number
  onShow: (index: number) => void
}

/** The day's sessions side by side: when each begins, and whether it is over, on, or to come. */
export function SessionTabs({ sessions, shown, onShow }: SessionTabsProps) {
  const { timeZone, isEditing } = useHost()
  const text = useMessages(viewMessages)
  const row = useRef<HTMLDivElement>(null)

  // Where they do not all fit, the shown one stands in the middle.
  useEffect(() => {
    const tab = row.current?.children[shown] as HTMLElement | undefined
    if (row.current && tab)
      row.current.scrollLeft = tab.offsetLeft - (row.current.clientWidth - tab.clientWidth) / 2
  }, [shown])

  return (
    <div class="zg-cw-sessions" ref={row}>
      {sessions.map(({ startsAt, state }, i) => {
        const { hour, minute } = instantParts(startsAt, timeZone)
        return (
          <button
            key={startsAt}
            type="button"
            class={`is-${state}`}
            aria-pressed={i === shown}
            onClick={() => !isEditing && onShow(i)}
          >
            <b>
              {hour}:{minute}
            </b>{' '}
            <span>{text.sessionStates[state]}</span>
          </button>
        )
      })}
    </div>
  )
}
