'use client'

import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCan } from '@/src/client/session'
import type { StaffOutput } from '@/src/client/trpc'
import { CampaignFormDrawer } from './campaign-form-drawer'
import { type CampaignEvent, TransitionDialog } from './transition-dialog'

type Campaign = StaffOutput['campaigns']['get']

/** What may be done with the campaign in its state: the likely thing as a button, the rest behind it. */
export function CampaignActions({ campaign }: { campaign: Campaign }) {
  const t = useTranslations('campaigns')
  const canRun = useCan('campaign.run')
  const canWrite = useCan('campaign.write')
  const [isEditing, setEditing] = useState(false)
  const [asked, setAsked] = useState<{ event: CampaignEvent; isOpen: boolean }>()

  const events = canRun ? campaign.events : []
  const canEdit = canWrite && campaign.state !== 'ended'
  // Ending is final, so it is never the nearest button.
  const first = events.find((event) => event !== 'end')
  const rest: MenuProps['items'] = events
    .filter((event) => event !== first)
    .map((event) => ({
      key: event,
      danger: event === 'end',
      label: t(`events.${event}.action`),
      onClick: () => setAsked({ event, isOpen: true }),
    }))

  return (
    <>
      {canEdit && <Button onClick={() => setEditing(true)}>{t('edit')}</Button>}
      {first && (
        <Button
          type={first === 'suspend' ? 'default' : 'primary'}
          danger={first === 'suspend'}
          onClick={() => setAsked({ event: first, isOpen: true })}
        >
          {t(`events.${first}.action`)}
        </Button>
      )}
      {rest.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items: rest }} placement="bottomRight">
          <Button icon={<MoreOutlined />} aria-label={t('detail.more')} />
        </Dropdown>
      )}
      {asked && (
        <TransitionDialog
          campaign={campaign}
          event={asked.event}
          isOpen={asked.isOpen}
          onClose={() => setAsked({ ...asked, isOpen: false })}
        />
      )}
      {canEdit && (
        <CampaignFormDrawer
          isOpen={isEditing}
          campaign={campaign}
          onDone={() => setEditing(false)}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  )
}
