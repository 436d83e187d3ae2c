'use client'

import { InputNumber } from 'antd'
import { useLocale, useTranslations } from 'next-intl'

interface DiscountInputProps {
  id?: string
  /** What is taken off, in parts per million. */
  value?: number | null
  onChange?: (ppm: number | null) => void
}

const WHOLE_PPM = 1_000_000
const PPM_PER_PERCENT = 10_000
const PPM_PER_ZHE = 100_000

/** What is taken off, typed as its readers say it: in Chinese what is left to pay (8.5 折), in English 15 %. */
export function DiscountInput({ id, value, onChange }: DiscountInputProps) {
  const t = useTranslations('rewards.form')
  const isZhe = useLocale() === 'zh-CN'
  const shown = (ppm: number) => (isZhe ? (WHOLE_PPM - ppm) / PPM_PER_ZHE : ppm / PPM_PER_PERCENT)
  const typed = (number: number) =>
    isZhe ? WHOLE_PPM - Math.round(number * 10) * PPM_PER_PERCENT : Math.round(number) * PPM_PER_PERCENT
  return (
    <InputNumber<number>
      id={id}
      className="w-full!"
      min={isZhe ? 0.1 : 1}
      max={isZhe ? 9.9 : 99}
      step={isZhe ? 0.5 : 5}
      precision={isZhe ? 1 : 0}
      suffix={t('discountUnit')}
      inputMode="decimal"
      value={value === null || value === undefined ? null : shown(value)}
      onChange={(number) => onChange?.(number === null ? null : typed(number))}
    />
  )
}
