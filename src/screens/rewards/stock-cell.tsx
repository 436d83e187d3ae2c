'use client'

import { useTranslations } from 'next-intl'
import type { Reward } from './reward'

const LOW = 0.1
const count = (value: number) => value.toLocaleString('zh-CN')

/** How many of a reward are left, how many there were, and how many of today's are gone. */
export function StockCell({ stock, taken, stockPerDay, takenToday }: Reward) {
  const t = useTranslations('rewards')
  const left = Math.max(0, stock - taken)
  const isLow = left <= stock * LOW
  return (
    <div className="leading-5 tabular-nums">
      <span className={`block font-medium ${isLow ? 'text-caution' : ''}`}>{count(left)}</span>
      <span className="block text-[13px] text-ink-faint">
        {t('stockOf', { stock: count(stock), taken: count(taken) })}
      </span>
      {stockPerDay !== null && (
        <span
          className={`block text-[13px] ${takenToday >= stockPerDay ? 'text-caution' : 'text-ink-faint'}`}
        >
          {t('todayOf', { stock: count(stockPerDay), taken: count(takenToday) })}
        </span>
      )}
    </div>
  )
}
