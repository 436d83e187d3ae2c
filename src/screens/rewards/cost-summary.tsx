'use client'

import { Form } from 'antd'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatFen, Money } from '@/components/money'
import { taxFenOf } from '@/schemas/reward'
import { costOfStock } from './cost'
import { percentOfPpm } from './percent'
import type { RewardFormValues } from './reward'

/** What the reward being written will cost: at worst, and as expected. */
export function CostSummary() {
  const t = useTranslations('rewards.cost')
  const form = Form.useFormInstance<RewardFormValues>()
  const terms = Form.useWatch('terms', form)
  const stock = Form.useWatch('stock', form)
  const reservation = Form.useWatch('reservation', form)
  const taxClass = Form.useWatch('taxClass', form)
  // While it is being filled in, any of it may be missing.
  const valueFen = terms && ('amountFen' in terms ? terms.amountFen : terms.costFen)
  const taxFen = taxFenOf(valueFen ?? 0, taxClass ?? 'exempt')
  const costFen = valueFen && valueFen + taxFen
  if (!costFen || !stock || !reservation) return null
  const isExpected = reservation.kind === 'expected'
  if (isExpected && !reservation.ratePpm) return null
  const cost = costOfStock(costFen, stock, reservation)
  return (
    <section className="mb-5 rounded-md bg-plaster px-4 py-3" aria-live="polite">
      <h3 className="m-0 mb-2 text-[13px] font-medium text-ink-soft">
        {t('title', { stock: stock.toLocaleString('zh-CN') })}
      </h3>
      <dl className="m-0 grid grid-cols-3 gap-4">
        <Figure label={t('worst')} note={t(terms.kind === 'coupon' ? 'worstUsed' : 'worstText')}>
          <Money fen={cost.worst} />
        </Figure>
        {terms.kind === 'coupon' && (
          <Figure
            label={t('expected')}
            note={t('expectedText', { percent: isExpected ? percentOfPpm(reservation.ratePpm) : '100' })}
          >
            <Money fen={cost.expected} />
          </Figure>
        )}
        <Figure label={t('each')} {...(taxFen > 0 && { note: t('taxText', { tax: formatFen(taxFen) }) })}>
          <Money fen={cost.each} />
        </Figure>
      </dl>
      {cost.worst > cost.expected && (
        <p className="mt-3 mb-0 text-[13px] text-caution">
          {t('overWarning', { gap: formatFen(cost.worst - cost.expected) })}
        </p>
      )}
    </section>
  )
}

function Figure({ label, note, children }: { label: string; note?: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-ink-faint">{label}</dt>
      <dd className="m-0 font-semibold">{children}</dd>
      {note && <dd className="m-0 text-xs text-ink-faint">{note}</dd>}
    </div>
  )
}
