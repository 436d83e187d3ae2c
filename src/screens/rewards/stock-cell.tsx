'use client'

import { useTranslations } from 'next-intl'

const LOW = 0.1

/** How many of a reward are left, and how many there were. */
export function StockCell({ stock, taken }: { stock: number; taken: number }) {
  const t = useTranslations('rewards')
  const left = Math.max(0, stock - taken)
  const isLow = left <= stock * LOW
  return (
    <div className="leading-5 tabular-nums">
      <span className={`block font-medium ${isLow ? 'text-caution' : ''}`}>
        {left.toLocaleString('zh-CN')}
      </span>
      <span className="block text-[13px] text-ink-faint">
        {t('stockOf', { stock: stock.toLocaleString('zh-CN'), taken: taken.toLocaleString('zh-CN') })}
      </span>
    </div>
  )
}
