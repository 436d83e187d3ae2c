'use client'

import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Panel } from '@/components/panel'
import { useCan } from '@/src/client/session'
import type { StaffOutput } from '@/src/client/trpc'
import { NewPageDialog } from '../templates/new-page-dialog'

type Campaign = StaffOutput['campaigns']['get']

/** The pages that belong to this campaign. */
export function CampaignPages({ campaign }: { campaign: Campaign }) {
  const t = useTranslations('campaigns.detail')
  const canWrite = useCan('page.write')
  const [isCreating, setCreating] = useState(false)
  const add = canWrite && (
    <Button icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('addPage')}
    </Button>
  )
  return (
    <Panel
      title={t('pagesTitle')}
      action={campaign.pages.length > 0 && add}
      isFlush={campaign.pages.length > 0}
    >
      {campaign.pages.length === 0 ? (
        <EmptyState
          isCompact
          picture="build"
          title={t('pagesEmpty')}
          text={t('pagesEmptyText')}
          action={add}
        />
      ) : (
        <ul className="m-0 list-none divide-y divide-line p-0">
          {campaign.pages.map(({ id, title, slug }) => (
            <li key={id} className="flex items-center justify-between gap-4 px-5 py-3">
              <Link href={`/editor/${id}`} prefetch={false} className="min-w-0 truncate">
                {title}
              </Link>
              <span className="text-[13px] whitespace-nowrap text-ink-faint">/p/{slug}</span>
            </li>
          ))}
        </ul>
      )}
      <NewPageDialog isOpen={isCreating} defaultCampaign={campaign} onClose={() => setCreating(false)} />
    </Panel>
  )
}
