'use client'

import { SaveOutlined } from '@ant-design/icons'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { SearchBox } from '@/components/search-box'
import { FailureState } from '@/src/client/failure-state'
import { useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { useEditor, useEditorStore } from '../store/context'
import { savePageAsTemplate, saveSelectionAsTemplate } from './saving'
import type { Template } from './template-item'
import { TemplateItem } from './template-item'
import { useRoving } from './use-roving'

const SHELVES = ['group', 'page'] as const
type Shelf = (typeof SHELVES)[number]

/** Groups of blocks to put on the page, whole pages to put in its place, and keeping either. */
export function TemplatesPanel() {
  const t = useTranslations('editor.templates')
  const [shelf, setShelf] = useState<Shelf>('group')
  const [search, setSearch] = useState('')
  return (
    <section aria-label={t('label')} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 px-4 pt-4 pb-3">
        <SearchBox label={t('search')} value={search} onSearch={setSearch} />
        <Segmented<Shelf>
          block
          aria-label={t('shelf')}
          value={shelf}
          onChange={setShelf}
          options={SHELVES.map((value) => ({ value, label: t(`shelves.${value}`) }))}
        />
      </div>
      <Found key={shelf} shelf={shelf} search={search} />
      <SaveButton shelf={shelf} />
    </section>
  )
}

function SaveButton({ shelf }: { shelf: Shelf }) {
  const t = useTranslations('editor.templates')
  const store = useEditorStore()
  const hasSelection = useEditor((state) => state.selectedIds.length > 0)
  const isGroup = shelf === 'group'
  return (
    <div className="border-0 border-t border-solid border-line px-4 py-3">
      <Button
        block
        icon={<SaveOutlined />}
        disabled={isGroup && !hasSelection}
        title={isGroup && !hasSelection ? t('selectFirst') : undefined}
        onClick={() => (isGroup ? saveSelectionAsTemplate(store) : savePageAsTemplate(store))}
      >
        {t(isGroup ? 'saveGroup' : 'savePage')}
      </Button>
    </div>
  )
}

function Found({ shelf, search }: { shelf: Shelf; search: string }) {
  const t = useTranslations('editor.templates')
  const builtIn = useBuiltIn(shelf, search)
  const trpc = useTRPC()
  const input = { kind: shelf, search: search || undefined }
  const query = useInfiniteQuery(
    // While a search is under way the cards stay: the one under the hand keeps its focus and its menu.
    trpc.templates.list.infiniteQueryOptions(input, { ...byCursor, placeholderData: keepPreviousData }),
  )
  const list = useCursorList(query, JSON.stringify(input))
  const saved = (list.rows ?? []).map(
    ({ id, name, canChange }): Template => ({ which: { id }, name, canChange }),
  )
  const { entry, listeners } = useRoving([...saved, ...builtIn].map(keyOf))
  if (list.error) return <FailureState error={list.error} onRetry={list.retry} />
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4" {...listeners}>
      <Shelved title={t('savedOnes')} templates={saved} shelf={shelf} entry={entry} />
      {query.hasNextPage && (
        <Button block className="mb-4" onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <Shelved title={t('builtIn')} templates={builtIn} shelf={shelf} entry={entry} />
      {list.rows && saved.length + builtIn.length === 0 && (
        <p role="status" className="mt-6 text-center text-[13px] text-ink-faint">
          {t('none', { search })}
        </p>
      )}
    </div>
  )
}

interface ShelvedProps {
  title: string
  templates: Template[]
  shelf: Shelf
  /** The template the tab key comes to; arrows go on from there. */
  entry: string | undefined
}

function Shelved({ title, templates, shelf, entry }: ShelvedProps) {
  if (templates.length === 0) return null
  return (
    <>
      <h3 className="mt-0 mb-1.5 text-xs leading-5 font-medium text-ink-faint">{title}</h3>
      <ul className="m-0 mb-4 flex list-none flex-col gap-3 p-0">
        {templates.map((template) => (
          <li key={keyOf(template)}>
            <TemplateItem
              template={template}
              isGroup={shelf === 'group'}
              roveKey={keyOf(template)}
              isEntry={keyOf(template) === entry}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

const keyOf = ({ which }: Template): string => ('key' in which ? which.key : which.id)

/** In the editor the page of a play is a page like any other. */
function useBuiltIn(shelf: Shelf, search: string): Template[] {
  const locale = useLocale()
  const trpc = useTRPC()
  const { data = [] } = useQuery(
    trpc.templates.builtIn.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  )
  return data.flatMap(({ key, kind, name, description }) => {
    const isHere = (kind === 'group') === (shelf === 'group')
    const isFound = `${name['zh-CN']} ${name.en}`.toLowerCase().includes(search.toLowerCase())
    if (!isHere || !isFound) return []
    return [{ which: { key }, name: name[locale], description: description[locale], canChange: false }]
  })
}
