'use client'

import { InputNumber } from 'antd'

interface PercentInputProps {
  id?: string
  /** In parts per million. */
  value?: number | null
  onChange?: (ppm: number | null) => void
}

const PPM_PER_PERCENT = 10_000

/** A percentage typed with up to two decimals and held in parts per million. */
export function PercentInput({ id, value, onChange }: PercentInputProps) {
  return (
    <InputNumber<number>
      id={id}
      className="w-full!"
      min={0.01}
      max={100}
      precision={2}
      suffix="%"
      controls={false}
      inputMode="decimal"
      value={value === null || value === undefined ? null : value / PPM_PER_PERCENT}
      onChange={(percent) => onChange?.(percent === null ? null : Math.round(percent * PPM_PER_PERCENT))}
    />
  )
}
