'use client'

import { ArrowLeftOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useFormatInstant } from '@/components/instant'
import { PageHeader } from '@/components/page-header'
import { FailureState, ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { type StaffOutput, useTRPC } from '@/src/client/trpc'
import { CampaignLimits } from '../limits/campaign-limits'
import { CampaignRehearsal } from '../rehearsals/campaign-rehearsal'
import { CampaignActions } from './campaign-actions'
import { CampaignBudget } from './campaign-budget'
import { CampaignPages } from './campaign-pages'
import { CampaignStateTag } from './campaign-state-tag'
import { CampaignTools } from './campaign-tools'
import { CampaignWindow } from './campaign-window'
import { TopUpDialog } from './top-up-dialog'

type Campaign = StaffOutput['campaigns']['get']

/** How does this campaign stand, and what can be done with it now? */
export function CampaignScreen({ id }: { id: string }) {
  const t = useTranslations('campaigns')
  const trpc = useTRPC()
  const canRead = useCan('campaign.read')
  const campaign = useQuery(trpc.campaigns.get.queryOptions({ id }, { enabled: canRead }))

  if (!canRead) return <ForbiddenState />
  const back = (
    <Link href="/campaigns" prefetch={false} className="text-[13px] text-ink-soft hover:text-brand">
      <ArrowLeftOutlined aria-hidden="true" className="mr-1.5 text-xs" />
      {t('back')}
    </Link>
  )
  if (campaign.data) return <CampaignView campaign={campaign.data} back={back} />
  return (
    <>
      <div className="mb-2">{back}</div>
      {campaign.error ? (
        <FailureState error={campaign.error} onRetry={() => campaign.refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </>
  )
}

function CampaignView({ campaign, back }: { campaign: Campaign; back: ReactNode }) {
  const t = useTranslations('campaigns.detail')
  const formatInstant = useFormatInstant()
  const [isToppingUp, setToppingUp] = useState(false)
  const { id, name, state, budget } = campaign
  return (
    <>
      <PageHeader
        back={back}
        title={
          <>
            {name}
            <CampaignStateTag state={state} />
          </>
        }
        answer={t(`answers.${state}`, {
          start: formatInstant(campaign.startsAt),
          end: formatInstant(campaign.endsAt),
        })}
        action={<CampaignActions campaign={campaign} />}
      />
      <div className="grid grid-cols-[2fr_1fr] gap-4 max-lg:grid-cols-1">
        <CampaignBudget campaign={campaign} onTopUp={() => setToppingUp(true)} />
        <CampaignWindow campaign={campaign} />
      </div>
      <div className="mt-4 grid grid-cols-2 gap-4 max-lg:grid-cols-1">
        <CampaignTools campaign={campaign} />
        <CampaignPages campaign={campaign} />
      </div>
      <div className="mt-4">
        <CampaignRehearsal campaignId={id} />
      </div>
      <div className="mt-4">
        <CampaignLimits campaignId={id} />
      </div>
      <TopUpDialog
        campaign={isToppingUp ? { id, name, availableFen: budget.availableFen } : undefined}
        onClose={() => setToppingUp(false)}
      />
    </>
  )
}
