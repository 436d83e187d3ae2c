'use client'

import { App, Button, Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/empty-state'
import { FailureState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { usePageIdentity } from '../page-identity'
import { usePageSaver } from '../save/use-page-saver'
import { NameForm } from './name-form'
import { useNameVersion, useVersions, type Version } from './use-versions'
import { VersionRow } from './version-row'

/** Every version that was kept, the newest first, below what is there now. */
export function VersionsList({ onCompare }: { onCompare: (version: Version) => void }) {
  const t = useTranslations('editor.versions')
  const { versions, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useVersions()
  if (error && versions.length === 0) return <FailureState error={error} onRetry={() => refetch()} />
  return (
    <div>
      <NameNow />
      {isPending && <Skeleton active className="p-5" paragraph={{ rows: 6 }} />}
      {!isPending && versions.length === 0 && (
        <div>
          <EmptyState isCompact picture="calm" title={t('empty')} text={t('emptyText')} />
        </div>
      )}
      <ol className="m-0 list-none p-0">
        {versions.map((version) => (
          <li key={version.id} className="border-0 border-b border-solid border-line">
            <VersionRow version={version} onCompare={() => onCompare(version)} />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <div className="p-4 text-center">
          <Button type="text" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Keeps what is there now under a name. It is saved first, so that the name stands for just this. */
function NameNow() {
  const t = useTranslations('editor.versions')
  const { message } = App.useApp()
  const saver = usePageSaver()
  const { id } = usePageIdentity()
  const naming = useNameVersion()
  const canWrite = useCan('page.write')
  if (!canWrite) return null
  async function keep(name: string) {
    const revision = await saver.save()
    if (revision === undefined) return false
    await naming.mutateAsync({ id, revision, name })
    void message.success(t('named', { name }))
    return true
  }
  return (
    <div className="border-0 border-b border-solid border-line bg-plaster px-5 py-4">
      <p className="mt-0 mb-2 text-[13px] text-ink-soft">{t('name')}</p>
      <NameForm onSubmit={keep} />
    </div>
  )
}
