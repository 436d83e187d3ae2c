'use client'

import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'
// Names of months and days; antd asks for them by the locale of its own.
import 'dayjs/locale/zh-cn'
import { instantOfWallClock, wallClockIn } from './shop-time'
import { useShopTimeZone } from './shop-time-zone'

dayjs.extend(utc)

const FORMAT = 'YYYY-MM-DD HH:mm'

/** Carries a wall-clock time for the picker. In UTC, because a browser's own zone may skip it. */
function toPicker(timeZone: string, at: string): Dayjs {
  return dayjs.utc(wallClockIn(timeZone, new Date(at)))
}

function fromPicker(timeZone: string, picked: Dayjs): string {
  return instantOfWallClock(timeZone, picked.format('YYYY-MM-DDTHH:mm:00')).toISOString()
}

interface InstantPickerProps {
  id?: string
  /** ISO 8601 in UTC. */
  value?: string | null
  onChange?: (at: string | null) => void
  disabled?: boolean
  placeholder?: string
  'aria-label'?: string
}

/** Picks an instant, to the minute, as the shop's clock shows it. */
export function InstantPicker({ value, onChange, ...rest }: InstantPickerProps) {
  const timeZone = useShopTimeZone()
  return (
    <DatePicker
      {...rest}
      className="w-full"
      format={FORMAT}
      showTime={{ format: 'HH:mm' }}
      // "Now" would be the browser's clock.
      showNow={false}
      value={value ? toPicker(timeZone, value) : null}
      onChange={(picked) => onChange?.(picked ? fromPicker(timeZone, picked) : null)}
    />
  )
}

interface WindowPickerProps {
  id?: string
  /** Start and end, ISO 8601 in UTC. */
  value?: [string, string] | null
  onChange?: (window: [string, string] | null) => void
  /** What the window is of; the accessible name of both fields together. */
  label: string
  /** What start and end are called. */
  placeholder: [string, string]
}

/** Picks a start and an end, to the minute, as the shop's clock shows them. */
export function WindowPicker({ id, value, onChange, label, placeholder }: WindowPickerProps) {
  const timeZone = useShopTimeZone()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend beside the label.
    <div id={id} role="group" aria-label={label}>
      <DatePicker.RangePicker
        className="w-full"
        format={FORMAT}
        showTime={{ format: 'HH:mm', defaultValue: [midnight, lastMinute] }}
        showNow={false}
        placeholder={placeholder}
        value={value ? [toPicker(timeZone, value[0]), toPicker(timeZone, value[1])] : null}
        onChange={(picked) => {
          const [start, end] = picked ?? []
          onChange?.(start && end ? [fromPicker(timeZone, start), fromPicker(timeZone, end)] : null)
        }}
      />
    </div>
  )
}

const midnight = dayjs.utc('2000-01-01T00:00:00')
const lastMinute = dayjs.utc('2000-01-01T23:59:00')
