'use client'

import { InputNumber, type InputNumberProps } from 'antd'
import { fenOfYuan } from './money'

interface MoneyInputProps extends Omit<InputNumberProps<string>, 'value' | 'onChange' | 'min' | 'max'> {
  /** In fen. */
  value?: number | null
  onChange?: (fen: number | null) => void
  /** In fen. */
  min?: number
  /** In fen. */
  max?: number
}

const yuan = (fen: number) => (fen / 100).toFixed(2)

/** An amount typed in yuan and held in fen. */
export function MoneyInput({ value, onChange, min = 0, max = 1e12, className, ...rest }: MoneyInputProps) {
  return (
    <InputNumber<string>
      {...rest}
      className={`w-full ${className ?? ''}`}
      // As a string, so that no amount passes through a binary fraction.
      stringMode
      prefix="¥"
      precision={2}
      controls={false}
      inputMode="decimal"
      min={yuan(min)}
      max={yuan(max)}
      value={value === null || value === undefined ? null : yuan(value)}
      onChange={(text) => onChange?.(text === null || text === '' ? null : fenOfYuan(text))}
    />
  )
}
