'use client'

import { CheckOutlined } from '@ant-design/icons'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { ROW_PX, useRowWindow } from '../layers/use-row-window'
import { useEditor, useEditorStore } from '../store/context'
import { MAX_STEPS } from '../store/history'
import { useWords } from '../words'
import { type HistoryRow, historyLength, historyRow } from './history-rows'

const PAGE_ROWS = 10

/**
 * Every step of this session by its name, the newest last. Choosing one goes there, on the page
 * as well; the list stays open, so that one can look around. Only rows in sight are drawn.
 */
export function HistoryList() {
  const store = useEditorStore()
  const t = useTranslations('editor.history')
  const history = useEditor((state) => state.history)
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const count = historyLength(history)
  const current = history.past.length
  const [pointed, setPointed] = useState(current)
  const active = Math.min(pointed, count - 1)
  const { first, last, onScroll, reveal } = useRowWindow(scroller, count)

  useEffect(() => {
    setPointed(current)
  }, [current])
  useEffect(() => reveal(active), [active, reveal])
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [])

  function onKeyDown(event: KeyboardEvent) {
    const to = {
      ArrowUp: active - 1,
      ArrowDown: active + 1,
      PageUp: active - PAGE_ROWS,
      PageDown: active + PAGE_ROWS,
      Home: 0,
      End: count - 1,
    }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      setPointed(Math.max(0, Math.min(count - 1, to)))
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      store.travelTo(active)
    }
  }

  return (
    <>
      <div
        ref={scroller}
        id={id}
        role="listbox"
        aria-label={t('label')}
        aria-activedescendant={`${id}-${active}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
        className="max-h-[min(416px,60vh)] overflow-y-auto rounded-md p-0 outline-offset-[-2px]"
      >
        <div style={{ height: count * ROW_PX, paddingTop: first * ROW_PX }} className="box-border">
          {Array.from({ length: last - first }, (_, i) => historyRow(history, first + i)).map((row) => (
            <Row
              key={row.done}
              id={`${id}-${row.done}`}
              row={row}
              count={count}
              isActive={row.done === active}
              isOldestForgotten={current === MAX_STEPS}
              onGo={() => store.travelTo(row.done)}
            />
          ))}
        </div>
      </div>
      <p className="mt-2 mb-0 border-0 border-t border-solid border-line px-2 pt-2 text-xs leading-5 text-ink-faint">
        {t('hint', { count: MAX_STEPS })}
      </p>
    </>
  )
}

interface RowProps {
  id: string
  row: HistoryRow
  count: number
  isActive: boolean
  isOldestForgotten: boolean
  onGo: () => void
}

function Row({ id, row, count, isActive, isOldestForgotten, onGo }: RowProps) {
  const t = useTranslations('editor.history')
  const { sayStep } = useWords()
  const isCurrent = row.state === 'current'
  const start = t(isOldestForgotten ? 'forgotten' : 'start')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the list's, which names it as active.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      aria-posinset={row.done + 1}
      aria-setsize={count}
      aria-label={
        row.state === 'undone' ? t('undone', { step: row.name ? sayStep(row.name) : start }) : undefined
      }
      onPointerDown={(event) => event.preventDefault()}
      onClick={onGo}
      className={`flex h-8 cursor-pointer items-center gap-2 rounded-md px-2 text-[13px] ${
        isCurrent
          ? 'bg-brand-soft font-medium text-brand-deep'
          : isActive
            ? 'bg-[#f4f3ee]'
            : 'hover:bg-[#f4f3ee]'
      } ${row.state === 'undone' ? 'text-ink-faint italic' : 'text-ink'}`}
    >
      <span className="w-4 shrink-0 text-brand">{isCurrent && <CheckOutlined />}</span>
      <span className="min-w-0 truncate">{row.name ? sayStep(row.name) : start}</span>
    </div>
  )
}
