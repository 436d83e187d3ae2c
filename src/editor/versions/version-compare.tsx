'use client'

import { ArrowLeftOutlined } from '@ant-design/icons'
import { App, Button, Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { BlockId, PageDefinition } from '@/schemas/page'
import { FailureState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { blockOf, comparePages, type Difference } from '@/src/document'
import { usePageSaver } from '../save/use-page-saver'
import { useEditor, useEditorStore } from '../store/context'
import { revealBlock } from '../store/reveal-block'
import { useSayResult } from '../use-say-result'
import { SideBySide } from './side-by-side'
import { useDifferenceWords } from './use-difference-words'
import { useVersionPage, useVersionTitle, type Version } from './use-versions'

/** A version against what is there now: in words, on two canvases, and to go back to. */
export function VersionCompare({ version, onBack }: { version: Version; onBack: () => void }) {
  const t = useTranslations('editor.versions')
  const titleOf = useVersionTitle()
  const { page: before, error, refetch } = useVersionPage(version.id)
  return (
    <div className="flex h-full flex-col">
      <div className="flex items-center gap-2 border-0 border-b border-solid border-line px-3 py-2">
        <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t('back')} onClick={onBack} />
        <div className="min-w-0">
          <p className="m-0 truncate font-semibold text-ink">{titleOf(version)}</p>
          <p className="m-0 text-xs text-ink-faint">{t('compareTitle')}</p>
        </div>
      </div>
      {error && <FailureState error={error} onRetry={() => refetch()} />}
      {!error && !before && <Skeleton active className="p-5" />}
      {before && <Compared version={version} before={before} />}
    </div>
  )
}

function Compared({ version, before }: { version: Version; before: PageDefinition }) {
  const t = useTranslations('editor.versions')
  const now = useEditor((state) => state.page)
  const differences = useMemo(() => comparePages(before, now), [before, now])
  const [isSideBySide, setSideBySide] = useState(false)
  const restore = useRestore(version, before, differences.length)
  const canWrite = useCan('page.write')
  return (
    <>
      <div className="flex items-center gap-2 border-0 border-b border-solid border-line px-5 py-3">
        <span className="flex-1 text-[13px] text-ink-soft">
          {differences.length === 0 ? t('same') : t('total', { count: differences.length })}
        </span>
        <Button size="small" onClick={() => setSideBySide(true)}>
          {t('open')}
        </Button>
        <Button
          size="small"
          type="primary"
          disabled={!canWrite || differences.length === 0}
          onClick={restore}
        >
          {t('restore')}
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <DifferenceList before={before} after={now} differences={differences} />
      </div>
      {isSideBySide && (
        <SideBySide
          before={before}
          after={now}
          differences={differences}
          version={version}
          onClose={() => setSideBySide(false)}
        />
      )}
    </>
  )
}

/** Says what will happen, then puts the version in place as one step, and saves it. */
function useRestore(version: Version, before: PageDefinition, count: number) {
  const t = useTranslations('editor.versions')
  const { modal, message } = App.useApp()
  const store = useEditorStore()
  const saver = usePageSaver()
  const sayResult = useSayResult()
  const name = useVersionTitle()(version)

  async function putBack() {
    // What is there now is saved first: it is what the restored version replaces, and is kept.
    if ((await saver.save()) === undefined) return
    const result = store.change({
      operation: { kind: 'replace', page: before },
      name: { verb: 'restoreVersion', title: name },
    })
    sayResult(result)
    if (result.ok && (await saver.save('restore')) !== undefined) {
      void message.success(t('restored', { name }))
    }
  }
  return () =>
    modal.confirm({
      title: t('restoreTitle', { name }),
      content: t('restoreText', { count }),
      okText: t('restoreOk'),
      cancelText: t('cancel'),
      onOk: putBack,
    })
}

interface DifferenceListProps {
  before: PageDefinition
  after: PageDefinition
  differences: readonly Difference[]
}

/** What differs, by the block it is about; a click goes to the block. */
function DifferenceList({ before, after, differences }: DifferenceListProps) {
  const t = useTranslations('editor.versions')
  const { say, blockName } = useDifferenceWords()
  const store = useEditorStore()
  const groups = useMemo(() => groupByBlock(differences), [differences])
  const goTo = (id: BlockId | null) => {
    store.select(id)
    if (id !== null) revealBlock(store, id)
  }
  return (
    <ul className="m-0 list-none p-0" data-testid="differences">
      {[...groups].map(([id, group]) => {
        const { name, summary } = blockName([after, before], id)
        const isThere = id === null || blockOf(after, id) !== undefined
        return (
          <li key={id ?? ''} className="border-0 border-b border-solid border-line px-5 py-3">
            {isThere ? (
              <button
                type="button"
                aria-label={t('goTo', { name })}
                onClick={() => goTo(id)}
                className="cursor-pointer border-0 bg-transparent p-0 text-sm font-semibold text-ink hover:text-brand"
              >
                {name}
              </button>
            ) : (
              <span className="text-sm font-semibold text-ink-faint line-through">{name}</span>
            )}
            {summary && <span className="ml-2 text-xs text-ink-faint">{summary}</span>}
            <ul className="mt-1 mb-0 list-none p-0">
              {group.map((difference) => {
                const words = say(difference, before, after)
                return (
                  <li key={words} className="flex gap-2 py-0.5 text-[13px] wrap-anywhere text-ink-soft">
                    <Dot kind={difference.kind} />
                    {words}
                  </li>
                )
              })}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}

function Dot({ kind }: Pick<Difference, 'kind'>) {
  const colour = kind === 'added' ? 'bg-positive' : kind === 'removed' ? 'bg-negative' : 'bg-caution'
  return <span aria-hidden="true" className={`mt-[7px] size-1.5 shrink-0 rounded-full ${colour}`} />
}

function groupByBlock(differences: readonly Difference[]): Map<BlockId | null, Difference[]> {
  const groups = new Map<BlockId | null, Difference[]>()
  for (const difference of differences) {
    const group = groups.get(difference.id)
    if (group) group.push(difference)
    else groups.set(difference.id, [difference])
  }
  return groups
}
