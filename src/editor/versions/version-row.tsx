'use client'

import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormatInstant } from '@/components/instant'
import { StateTag, type Tone } from '@/components/state-tag'
import { useCan } from '@/src/client/session'
import { usePageIdentity } from '../page-identity'
import { NameForm } from './name-form'
import { useNameVersion, useVersionTitle, type Version } from './use-versions'

const TONES: Partial<Record<Version['reason'], Tone>> = { published: 'positive', conflict: 'caution' }

/** One version: what it is called, who made it when, what changed, and what can be done with it. */
export function VersionRow({ version, onCompare }: { version: Version; onCompare: () => void }) {
  const t = useTranslations('editor.versions')
  const formatInstant = useFormatInstant()
  const titleOf = useVersionTitle()
  const naming = useNameVersion()
  const { id } = usePageIdentity()
  const canWrite = useCan('page.write')
  const [isNaming, setNaming] = useState(false)

  async function rename(name: string) {
    await naming.mutateAsync({ id, versionId: version.id, name })
    setNaming(false)
    return true
  }

  return (
    <div className="px-5 py-3.5">
      {isNaming ? (
        <NameForm initial={version.name ?? ''} onSubmit={rename} onCancel={() => setNaming(false)} />
      ) : (
        <div className="flex items-center gap-2">
          <strong className="min-w-0 truncate text-sm font-semibold text-ink">{titleOf(version)}</strong>
          <StateTag tone={TONES[version.reason] ?? 'neutral'}>{t(`reasons.${version.reason}`)}</StateTag>
          {canWrite && (
            <Button
              type="text"
              size="small"
              className="ml-auto shrink-0 text-ink-faint"
              icon={<EditOutlined />}
              aria-label={`${t('rename')} ${titleOf(version)}`}
              onClick={() => setNaming(true)}
            />
          )}
        </div>
      )}
      <p className="mt-1 mb-0 text-xs text-ink-faint">
        {version.name
          ? t('by', { who: version.createdBy, time: formatInstant(version.createdAt) })
          : version.createdBy}
      </p>
      <div className="mt-1 flex items-center justify-between gap-2">
        <Summary changes={version.changes} />
        <Button size="small" onClick={onCompare} aria-label={`${t('compare')} ${titleOf(version)}`}>
          {t('compare')}
        </Button>
      </div>
    </div>
  )
}

/** What became of the page since the version before, in numbers. */
function Summary({ changes }: Pick<Version, 'changes'>) {
  const t = useTranslations('editor.versions.summary')
  const parts = (['added', 'changed', 'moved', 'removed'] as const).filter((key) => changes[key] > 0)
  return (
    <span className="text-[13px] text-ink-soft">
      {parts.length === 0 ? t('none') : parts.map((key) => t(key, { count: changes[key] })).join(' · ')}
    </span>
  )
}
