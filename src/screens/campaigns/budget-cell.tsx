'use client'

import { useTranslations } from 'next-intl'
import { BudgetBar } from '@/components/budget-bar'
import { formatFen, Money } from '@/components/money'

/** What is left of a campaign's budget, for a cell of a table. */
export function BudgetCell({ budget }: { budget: { totalFen: number; availableFen: number } }) {
  const t = useTranslations('campaigns')
  if (budget.totalFen === 0) return <span className="text-ink-faint">{t('noBudget')}</span>
  const label = t('left', { available: formatFen(budget.availableFen), total: formatFen(budget.totalFen) })
  return (
    <BudgetBar totalFen={budget.totalFen} availableFen={budget.availableFen} label={label}>
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <span className="text-xs whitespace-nowrap text-ink-faint tabular-nums">
          {t('of', { total: formatFen(budget.totalFen) })}
        </span>
        <Money fen={budget.availableFen} className="font-medium" />
      </div>
    </BudgetBar>
  )
}
