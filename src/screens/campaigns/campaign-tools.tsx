'use client'

import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Panel } from '@/components/panel'
import { useCan } from '@/src/client/session'
import type { StaffOutput } from '@/src/client/trpc'
import { ToolFormDrawer } from '../tools/tool-form-drawer'
import { ToolTypePicker } from '../tools/tool-type-picker'
import { useToolTypes } from '../tools/tool-types'

type Campaign = StaffOutput['campaigns']['get']

/** The tools members play in this campaign. */
export function CampaignTools({ campaign }: { campaign: Campaign }) {
  const t = useTranslations('campaigns.detail')
  const canWrite = useCan('tool.write')
  const { nameOf } = useToolTypes()
  const [isPicking, setPicking] = useState(false)
  const [form, setForm] = useState<{ type: string; toolId?: string; isOpen: boolean }>()

  const add = canWrite && (
    <Button icon={<PlusOutlined />} onClick={() => setPicking(true)}>
      {t('addTool')}
    </Button>
  )
  return (
    <Panel
      title={t('toolsTitle')}
      action={campaign.tools.length > 0 && add}
      isFlush={campaign.tools.length > 0}
    >
      {campaign.tools.length === 0 ? (
        <EmptyState
          isCompact
          picture="build"
          title={t('toolsEmpty')}
          text={t('toolsEmptyText')}
          action={add}
        />
      ) : (
        <ul className="m-0 list-none divide-y divide-line p-0">
          {campaign.tools.map(({ id, type, name }) => (
            <li key={id} className="flex items-center justify-between gap-4 px-5 py-3">
              {canWrite ? (
                <Button
                  type="link"
                  className="h-auto! max-w-[70%] border-0! p-0!"
                  onClick={() => setForm({ type, toolId: id, isOpen: true })}
                >
                  <span className="truncate">{name}</span>
                </Button>
              ) : (
                <span className="truncate">{name}</span>
              )}
              <span className="text-[13px] whitespace-nowrap text-ink-faint">{nameOf(type)}</span>
            </li>
          ))}
        </ul>
      )}
      <ToolTypePicker
        isOpen={isPicking}
        onClose={() => setPicking(false)}
        onPick={(type) => {
          setPicking(false)
          setForm({ type, isOpen: true })
        }}
      />
      {form && (
        <ToolFormDrawer
          open={form.isOpen}
          type={form.type}
          toolId={form.toolId}
          defaultCampaignId={campaign.id}
          onDone={() => setForm({ ...form, isOpen: false })}
          onClose={() => setForm({ ...form, isOpen: false })}
        />
      )}
    </Panel>
  )
}
