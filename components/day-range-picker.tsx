'use client'

import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'
// Names of months and days; antd asks for them by the locale of its own.
import 'dayjs/locale/zh-cn'

dayjs.extend(utc)

interface DayRangePickerProps {
  /** What the range is of; the accessible name of both ends. */
  label: string
  /** The first and the last day, `2026-11-11`; empty for none. */
  from: string
  to: string
  onChange: (from: string, to: string) => void
}

const toPicker = (day: string): Dayjs | null => (/^\d{4}-\d\d-\d\d$/.test(day) ? dayjs.utc(day) : null)
const fromPicker = (picked: Dayjs | null | undefined) => picked?.format('YYYY-MM-DD') ?? ''

/** Picks the first and the last of some days; either may be left open. */
export function DayRangePicker({ label, from, to, onChange }: DayRangePickerProps) {
  return (
    <DatePicker.RangePicker
      aria-label={label}
      allowEmpty={[true, true]}
      value={[toPicker(from), toPicker(to)]}
      onChange={(days) => onChange(fromPicker(days?.[0]), fromPicker(days?.[1]))}
    />
  )
}
