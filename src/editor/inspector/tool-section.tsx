'use client'

import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Block } from '@/schemas/page'
import { readFailure } from '@/src/client/failure'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { usePageIdentity } from '../page-identity'
import { stepBlock } from '../store/commands'
import { useEditorStore } from '../store/context'
import { useSayResult } from '../use-say-result'
import { useWords } from '../words'
import { CampaignState } from './campaign-state'
import { Section } from './section'
import type { ToolDrawer } from './tool-drawer'
import { ToolPicker } from './tool-picker'

interface ToolSectionProps {
  block: Block
  isDisabled: boolean
  ToolDrawer: ToolDrawer
}

/** Which tool the block plays: the one it has, another, or a new one made on the spot. */
export function ToolSection({ block, isDisabled, ToolDrawer }: ToolSectionProps) {
  const store = useEditorStore()
  const t = useTranslations('editor.tool')
  const { toolName } = useWords()
  const say = useSayResult()
  const { campaign } = usePageIdentity()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const canWrite = useCan('tool.write')
  const [isPicking, setPicking] = useState(false)
  const [form, setForm] = useState<'create' | 'edit'>()

  function bind(id: string) {
    setPicking(false)
    // By id, and at the block as it is now: it may have moved while the tool was made.
    say(
      store.change({
        operation: { kind: 'setBlock', id: block.id, patch: { tool: { id } } },
        name: { verb: 'bindTool', block: stepBlock(store.getState().page, block.id) },
      }),
    )
  }

  return (
    <Section title={t('section')} place="tool">
      {block.tool ? (
        <BoundTool
          id={block.tool.id}
          isDisabled={isDisabled}
          onChange={() => setPicking(true)}
          onEdit={canWrite ? () => setForm('edit') : undefined}
        />
      ) : (
        <div className="rounded-lg border border-dashed border-[#d9a441] bg-caution-soft px-3 py-3 text-[13px] leading-5">
          <strong className="font-medium text-caution">{t('none', { name: toolName(block.type) })}</strong>
          <p className="mt-0.5 mb-3 text-ink-soft">{t('noneText')}</p>
          <div className="flex gap-2">
            {canWrite && (
              <Button
                type="primary"
                icon={<PlusOutlined />}
                disabled={isDisabled}
                onClick={() => setForm('create')}
              >
                {t('create')}
              </Button>
            )}
            <Button disabled={isDisabled} onClick={() => setPicking(true)}>
              {t('choose')}
            </Button>
          </div>
        </div>
      )}
      <ToolPicker
        isOpen={isPicking}
        type={block.type}
        boundId={block.tool?.id}
        onPick={bind}
        onCreate={
          canWrite
            ? () => {
                setPicking(false)
                setForm('create')
              }
            : undefined
        }
        onClose={() => setPicking(false)}
      />
      <ToolDrawer
        open={form !== undefined}
        type={block.type}
        toolId={form === 'edit' ? block.tool?.id : undefined}
        defaultCampaignId={campaign?.id}
        onDone={(id) => {
          setForm(undefined)
          bind(id)
          void queryClient.invalidateQueries(trpc.tools.pathFilter())
        }}
        onClose={() => setForm(undefined)}
      />
    </Section>
  )
}

interface BoundToolProps {
  id: string
  isDisabled: boolean
  onChange: () => void
  /** Absent for staff who may not change tools. */
  onEdit: (() => void) | undefined
}

function BoundTool({ id, isDisabled, onChange, onEdit }: BoundToolProps) {
  const trpc = useTRPC()
  const t = useTranslations('editor.tool')
  const canSeeResults = useCan('submission.read')
  const tool = useQuery(trpc.tools.get.queryOptions({ id }))
  const isMissing = tool.error && readFailure(tool.error).code === 'not_found'
  return (
    <div className="rounded-lg border border-solid border-line px-3 py-3">
      {tool.data ? (
        <>
          <div className="truncate font-medium text-ink">{tool.data.name}</div>
          <div className="mt-1 flex items-center gap-2 text-[13px]">
            <span className="min-w-0 truncate text-ink-faint">{tool.data.campaign.name}</span>
            <CampaignState state={tool.data.campaign.state} />
          </div>
        </>
      ) : isMissing ? (
        <p role="alert" className="m-0 text-[13px] leading-5 text-negative">
          {t('missing')}
        </p>
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 2 }} />
      )}
      <div className="mt-3 flex gap-2">
        <Button size="small" disabled={isDisabled} onClick={onChange}>
          {t('change')}
        </Button>
        {tool.data && onEdit && (
          <Button size="small" onClick={onEdit}>
            {t('edit')}
          </Button>
        )}
        {canSeeResults && tool.data?.isForm && (
          <Button size="small" href={`/tools/${id}/submissions`} target="_blank">
            {t('results')}
          </Button>
        )}
      </div>
    </div>
  )
}
