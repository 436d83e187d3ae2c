'use client'

import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'

/** Typing waits this long for the next letter before the list is asked for. */
const PAUSE_MS = 300

interface SearchBoxProps {
  value: string
  onSearch: (value: string) => void
  /** What can be searched for; also its accessible name. */
  label: string
}

/** A search field that reports when typing pauses, or at once on Enter. */
export function SearchBox({ value, onSearch, label }: SearchBoxProps) {
  const [text, setText] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isComposing = useRef(false)

  // The filters may be cleared from elsewhere, or the user may go back.
  useEffect(() => setText(value), [value])
  useEffect(() => () => clearTimeout(timer.current), [])

  function search(next: string, pauseMs: number) {
    clearTimeout(timer.current)
    // Half a Chinese word is letters nobody is looking for.
    if (isComposing.current) return
    timer.current = setTimeout(() => onSearch(next.trim()), pauseMs)
  }

  return (
    <Input
      type="search"
      className="w-64! max-w-full"
      allowClear
      maxLength={60}
      aria-label={label}
      placeholder={label}
      prefix={<SearchOutlined className="text-ink-faint" />}
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        search(event.target.value, PAUSE_MS)
      }}
      onPressEnter={() => search(text, 0)}
      onCompositionStart={() => {
        isComposing.current = true
      }}
      onCompositionEnd={(event) => {
        isComposing.current = false
        search(event.currentTarget.value, PAUSE_MS)
      }}
    />
  )
}
