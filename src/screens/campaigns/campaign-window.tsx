'use client'

import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Instant } from '@/components/instant'
import { Panel } from '@/components/panel'
import { useShopTimeZone } from '@/components/shop-time-zone'
import { useCan } from '@/src/client/session'
import type { StaffOutput } from '@/src/client/trpc'
import { ExtendDialog } from './extend-dialog'

type Campaign = StaffOutput['campaigns']['get']

/** When the campaign starts and ends, and until when its prizes are collected, as the shop's clock shows it. */
export function CampaignWindow({ campaign }: { campaign: Campaign }) {
  const t = useTranslations('campaigns.detail')
  const timeZone = useShopTimeZone()
  const canWrite = useCan('campaign.write')
  const [isExtending, setExtending] = useState(false)
  return (
    <Panel title={t('windowTitle')}>
      <dl className="m-0 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <dt className="text-ink-faint">{t('start')}</dt>
        <dd className="m-0">
          <Instant at={campaign.startsAt} />
        </dd>
        <dt className="text-ink-faint">{t('end')}</dt>
        <dd className="m-0">
          <Instant at={campaign.endsAt} />
        </dd>
        <dt className="text-ink-faint">{t('collects')}</dt>
        <dd className="m-0">
          <Instant at={campaign.collectsUntil} />
          {canWrite && campaign.isCollecting && (
            <Button type="link" size="small" onClick={() => setExtending(true)}>
              {t('extend')}
            </Button>
          )}
        </dd>
        <dt className="text-ink-faint">{t('created')}</dt>
        <dd className="m-0 text-ink-soft">
          <Instant at={campaign.createdAt} />
        </dd>
      </dl>
      <p className="mt-3 mb-0 text-xs text-ink-faint">{t('zone', { zone: timeZone })}</p>
      <ExtendDialog campaign={campaign} isOpen={isExtending} onClose={() => setExtending(false)} />
    </Panel>
  )
}
