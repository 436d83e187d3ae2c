'use client'

import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Condition, testsOf } from '@/schemas/condition-fields'
import type { Block } from '@/schemas/page'
import { Section } from '../inspector/section'
import { usePageIdentity } from '../page-identity'
import { stepBlock } from '../store/commands'
import { useEditorStore } from '../store/context'
import { ConditionGroup } from './condition-group'
import { type Group, newTest, toCondition, toGroup } from './edit-condition'
import { useConditionWords } from './use-condition-words'

/** When the block is shown: questions in groups, and a sentence that says them. */
export function ConditionSection({ block, isDisabled }: { block: Block; isDisabled: boolean }) {
  const store = useEditorStore()
  const t = useTranslations('editor.conditions')
  const { campaign } = usePageIdentity()
  const { sayCondition } = useConditionWords()
  const { visibleWhen } = block
  // What is not finished yet is here and not in the page; a change from elsewhere puts it aside.
  const [draft, setDraft] = useState<{ of: Condition | undefined; group: Group }>()
  const group =
    draft && draft.of === visibleWhen
      ? draft.group
      : visibleWhen === undefined
        ? undefined
        : toGroup(visibleWhen)

  function set(next: Group | undefined, mergeKey?: string) {
    const condition = next && toCondition(next)
    store.change({
      operation: { kind: 'setBlock', id: block.id, patch: { visibleWhen: condition } },
      name: { verb: 'setCondition', block: stepBlock(store.getState().page, block.id) },
      mergeKey: mergeKey && `${block.id}:visibleWhen.${mergeKey}`,
    })
    const { visibleWhen: of } = store.getState().page.blocks[block.id] ?? {}
    setDraft(next && { of, group: next })
  }

  const asksCampaign = testsOf(visibleWhen).some(({ field }) => field === 'campaign.phase')
  return (
    <Section title={t('section')}>
      {group ? (
        <div className="flex flex-col gap-3">
          {visibleWhen !== undefined && (
            <p
              role="status"
              className="m-0 rounded-md bg-brand-soft px-3 py-2 text-[13px] leading-5 text-brand-deep"
            >
              {sayCondition(visibleWhen)}
            </p>
          )}
          <ConditionGroup group={group} block={block} isDisabled={isDisabled} onChange={set} />
          {asksCampaign && !campaign && (
            <p className="m-0 text-xs leading-5 text-caution">{t('noCampaign')}</p>
          )}
          <p className="m-0 text-xs leading-5 text-ink-faint">{t('hint')}</p>
        </div>
      ) : (
        <>
          <p className="mt-0 mb-3 text-[13px] leading-5 text-ink-faint">{t('always')}</p>
          <Button
            block
            type="dashed"
            icon={<PlusOutlined />}
            disabled={isDisabled}
            onClick={() =>
              set({ mode: 'all', isNot: false, items: [newTest('member.signedIn', new Date())] })
            }
          >
            {t('add')}
          </Button>
        </>
      )}
    </Section>
  )
}
