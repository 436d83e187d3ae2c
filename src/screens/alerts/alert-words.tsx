'use client'

import { AccountBookFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { useTranslations } from 'next-intl'
import { formatFen } from '@/components/money'
import type { AlertFacts } from '@/schemas/alert'
import type { Alert } from './alert'

/** What an alert says: what happened, and how much. */
export function AlertWords({ alert: { facts, isNew } }: { alert: Alert }) {
  const t = useTranslations('alerts')
  const { title, text } = useAlertWords(facts)
  return (
    <div className="flex min-w-0 items-start gap-3">
      <span aria-hidden="true" className="pt-px text-base leading-[22px]">
        <AlertIcon facts={facts} />
      </span>
      <div className="min-w-0">
        <p className="m-0 font-medium text-ink">
          {title}
          {isNew && (
            <span className="ml-2 inline-block rounded bg-brand-soft px-1.5 text-xs leading-5 font-normal text-brand-deep">
              {t('new')}
            </span>
          )}
        </p>
        <p className="mt-0.5 mb-0 text-[13px] text-ink-soft">{text}</p>
      </div>
    </div>
  )
}

function AlertIcon({ facts }: { facts: AlertFacts }) {
  if (facts.kind === 'books_disagree') return <AccountBookFilled className="text-negative" />
  const isUrgent = facts.kind === 'budget_beyond' || facts.level === 0
  return <ExclamationCircleFilled className={isUrgent ? 'text-negative' : 'text-[#d08b1b]'} />
}

function useAlertWords(facts: AlertFacts): { title: string; text: string } {
  const t = useTranslations('alerts')
  switch (facts.kind) {
    case 'budget_low': {
      const { campaignName: name, level, availableFen, totalFen } = facts
      const total = formatFen(totalFen)
      if (level === 0) return { title: t('budgetEmpty', { name }), text: t('budgetEmptyText', { total }) }
      const percent = ((100 * availableFen) / totalFen).toFixed(1)
      const available = formatFen(availableFen)
      return { title: t('budgetLow', { name, percent }), text: t('budgetLowText', { available, total }) }
    }
    case 'budget_beyond': {
      const { campaignName: name, from, fen } = facts
      return { title: t(`beyond.${from}`, { name }), text: t('beyondText', { amount: formatFen(fen) }) }
    }
    case 'books_disagree':
      return {
        title: t('books', { day: facts.day }),
        text: t('booksText', { count: facts.differenceCount }),
      }
  }
}
