'use client'

import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BudgetBar } from '@/components/budget-bar'
import { formatFen, Money } from '@/components/money'
import { Panel } from '@/components/panel'
import { useCan } from '@/src/client/session'
import type { StaffOutput } from '@/src/client/trpc'

type Campaign = StaffOutput['campaigns']['get']

/** What the campaign may spend, has set aside, and has left. */
export function CampaignBudget({ campaign, onTopUp }: { campaign: Campaign; onTopUp: () => void }) {
  const t = useTranslations('campaigns')
  const canTopUp = useCan('budget.write') && campaign.state !== 'ended'
  const { totalFen, availableFen, reservedFen, spentFen } = campaign.budget
  return (
    <Panel
      title={t('detail.budgetTitle')}
      action={canTopUp && <Button onClick={onTopUp}>{t('topUp.action')}</Button>}
    >
      <BudgetBar
        totalFen={totalFen}
        availableFen={availableFen}
        label={t('left', { available: formatFen(availableFen), total: formatFen(totalFen) })}
      />
      <dl className="mt-6 mb-0 grid grid-cols-4 gap-4 max-sm:grid-cols-2">
        <Figure label={t('detail.available')} strong>
          <Money fen={availableFen} />
        </Figure>
        <Figure label={t('detail.reserved')} title={t('detail.reservedHint')}>
          <Money fen={reservedFen} />
        </Figure>
        <Figure label={t('detail.spent')} title={t('detail.spentHint')}>
          <Money fen={spentFen} />
        </Figure>
        <Figure label={t('detail.total')}>
          <Money fen={totalFen} />
        </Figure>
      </dl>
    </Panel>
  )
}

function Figure(props: { label: string; title?: string; strong?: boolean; children: ReactNode }) {
  const { label, title, strong, children } = props
  return (
    <div title={title}>
      <dt className="text-[13px] text-ink-faint">{label}</dt>
      <dd className={`m-0 mt-0.5 text-lg leading-7 ${strong ? 'font-semibold text-ink' : 'text-ink-soft'}`}>
        {children}
      </dd>
    </div>
  )
}
