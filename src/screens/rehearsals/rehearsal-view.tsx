'use client'

import { Alert } from 'antd'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BudgetBar } from '@/components/budget-bar'
import { Instant, useFormatInstant } from '@/components/instant'
import { formatFen } from '@/components/money'
import { useCan } from '@/src/client/session'
import type { Rehearsal, RehearsalRead } from './rehearsal'
import { RestartRehearsal } from './rehearsal-actions'
import { RehearsalDoings } from './rehearsal-doings'
import { RehearsalLink } from './rehearsal-link'

/** A rehearsal that is open: the way in, what it came to so far, and what is left to play for. */
export function RehearsalView({ rehearsal, pages }: { rehearsal: Rehearsal; pages: RehearsalRead['pages'] }) {
  const t = useTranslations('rehearsals')
  const canRehearse = useCan('campaign.rehearse')
  const formatInstant = useFormatInstant()
  const { id, startedBy, startedAt, endsAt } = rehearsal
  return (
    <>
      {rehearsal.isOutdated && (
        <div className="border-b border-line px-5 py-3">
          <Alert
            type="warning"
            showIcon
            title={t('outdated.title')}
            description={t('outdated.text')}
            action={canRehearse && <RestartRehearsal id={id} isUrged />}
          />
        </div>
      )}
      <div className="grid grid-cols-[auto_1fr] max-md:grid-cols-1">
        <RehearsalLink rehearsal={rehearsal} pages={pages} />
        <div className="min-w-0 px-5 py-5">
          <Figures rehearsal={rehearsal} />
          <p className="mt-4 mb-0 text-[13px] text-ink-faint">
            {t('by', { name: startedBy, at: formatInstant(startedAt), end: formatInstant(endsAt) })}
            <br />
            {t('clock')} <Instant at={rehearsal.now} />
            {rehearsal.isShifted && ` · ${t('shifted')}`}
          </p>
          <Stock stock={rehearsal.stock} />
        </div>
      </div>
      <RehearsalDoings rehearsal={rehearsal} />
      <p className="m-0 border-t border-line px-5 py-3 text-[13px] text-ink-faint">{t('isolated')}</p>
    </>
  )
}

function Figures({ rehearsal: { figures, budgets } }: { rehearsal: Rehearsal }) {
  const t = useTranslations('rehearsals.figures')
  const totalFen = budgets.reduce((fen, budget) => fen + budget.totalFen, 0)
  return (
    <dl className="m-0 grid grid-cols-4 gap-4 max-xl:grid-cols-2">
      <Figure label={t('testers')}>{figures.testers}</Figure>
      <Figure label={t('grants')}>{figures.grants}</Figure>
      <Figure label={t('refusals')}>{figures.refusals}</Figure>
      <Figure label={t('used')}>
        {formatFen(figures.usedFen)}
        <span className="ml-1.5 text-[13px] font-normal text-ink-faint">
          {t('of', { total: formatFen(totalFen) })}
        </span>
      </Figure>
    </dl>
  )
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-[13px] text-ink-faint">{label}</dt>
      <dd className="m-0 mt-0.5 text-lg leading-7 font-semibold text-ink tabular-nums">{children}</dd>
    </div>
  )
}

function Stock({ stock }: Pick<Rehearsal, 'stock'>) {
  const t = useTranslations('rehearsals')
  return (
    <>
      <h3 className="mt-5 mb-2 text-[13px] font-medium text-ink-soft">{t('stock')}</h3>
      {stock.length === 0 ? (
        <p className="m-0 text-ink-faint">{t('noStock')}</p>
      ) : (
        <ul className="m-0 grid max-h-56 list-none grid-cols-2 gap-x-8 gap-y-3 overflow-y-auto p-0 max-xl:grid-cols-1">
          {stock.map(({ rewardId, title, used, cap }) => {
            const label = t('left', { left: cap - used, cap })
            return (
              <li key={rewardId}>
                <BudgetBar totalFen={cap} availableFen={cap - used} label={`${title} ${label}`}>
                  <div className="mb-1 flex items-baseline justify-between gap-3">
                    <span className="min-w-0 truncate">{title}</span>
                    <span className="flex-none text-[13px] text-ink-faint tabular-nums">{label}</span>
                  </div>
                </BudgetBar>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
