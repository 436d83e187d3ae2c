'use client'

import { Segmented } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/components/panel'
import type { Batch } from './batch'
import { MembersByHand } from './members-by-hand'
import { MembersByRule } from './members-by-rule'
import { MembersOfFile } from './members-of-file'

type Source = NonNullable<Batch['source']>
const SOURCES: Source[] = ['rule', 'file', 'hand']
const LABELS = { rule: 'byRule', file: 'byFile', hand: 'byHand' } as const

/** Three ways to say who gets it. Choosing again puts a new list in place of the old one. */
export function ChooseMembers({ batch }: { batch: Batch }) {
  const t = useTranslations('grantBatches.members')
  const [source, setSource] = useState<Source>(batch.source ?? 'rule')
  const { memberCount } = batch
  const now =
    batch.source && memberCount > 0
      ? t('now', { source: t(`sources.${batch.source}`), count: memberCount })
      : t('none')
  return (
    <Panel title={t('title')} action={<span className="text-[13px] text-ink-soft">{now}</span>}>
      <Segmented<Source>
        block
        className="mb-5!"
        value={source}
        onChange={setSource}
        options={SOURCES.map((value) => ({ value, label: t(LABELS[value]) }))}
      />
      {source === 'rule' && <MembersByRule batch={batch} />}
      {source === 'file' && <MembersOfFile batch={batch} />}
      {source === 'hand' && <MembersByHand batch={batch} />}
      {memberCount > 0 && <p className="mt-3 mb-0 text-[13px] text-ink-faint">{t('replaces')}</p>}
    </Panel>
  )
}
