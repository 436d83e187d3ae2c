'use client'

import { SearchOutlined } from '@ant-design/icons'
import { useDraggable } from '@dnd-kit/core'
import { Input } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { AnyWidgetDefinition } from '@/widgets/kit/definition'
import type { DragSource } from '../drag/drag-source'
import { insertWidget, placeAfterSelection } from '../store/commands'
import { useEditorStore } from '../store/context'
import { revealBlock } from '../store/reveal-block'
import { useSayResult } from '../use-say-result'
import { useWords, type Words } from '../words'
import { WidgetIcon } from './widget-icon'

const GROUPS = ['marketing', 'content', 'layout'] as const

/** Every widget there is, by group. Dragged onto the canvas, or added after the selection. */
export function Palette() {
  const { definitions } = useEditorStore()
  const t = useTranslations('editor')
  const words = useWords()
  const [search, setSearch] = useState('')
  const found = Object.values(definitions).filter((definition) => isNamed(words, definition, search))

  return (
    <section aria-label={t('palette.label')} className="flex min-h-0 flex-col">
      <div className="px-4 pt-4 pb-3">
        <Input
          allowClear
          maxLength={30}
          aria-label={t('palette.search')}
          placeholder={t('palette.search')}
          prefix={<SearchOutlined className="text-ink-faint" />}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-3">
        {GROUPS.map((group) => {
          const members = found.filter((definition) => definition.group === group)
          if (members.length === 0) return null
          return (
            <div key={group} className="mb-3">
              <h3 className="mt-0 mb-1.5 text-xs leading-5 font-medium text-ink-faint">
                {t(`groups.${group}`)}
              </h3>
              <ul className="m-0 grid list-none grid-cols-3 gap-1.5 p-0">
                {members.map(({ type }) => (
                  <li key={type}>
                    <PaletteItem type={type} />
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
        {found.length === 0 && (
          <p role="status" className="mt-2 mb-4 text-center text-[13px] text-ink-faint">
            {t('palette.none', { search })}
          </p>
        )}
      </div>
    </section>
  )
}

function isNamed({ ofWidget }: Words, { type }: AnyWidgetDefinition, search: string): boolean {
  const wanted = search.trim().toLowerCase()
  const own = ofWidget(type)
  return [type, own?.name, own?.description].some((word) => word?.toLowerCase().includes(wanted))
}

function PaletteItem({ type }: { type: string }) {
  const store = useEditorStore()
  const t = useTranslations('editor.palette')
  const { widgetName, ofWidget } = useWords()
  const say = useSayResult()
  const source: DragSource = { types: [type], drop: (place) => insertWidget(store, type, place) }
  const { listeners, setNodeRef, isDragging } = useDraggable({ id: `palette:${type}`, data: source })

  function add() {
    const result = insertWidget(store, type, placeAfterSelection(store, type))
    say(result)
    const { selectedId } = store.getState()
    if (result?.ok && selectedId !== null) revealBlock(store, selectedId)
  }

  return (
    <button
      ref={setNodeRef}
      type="button"
      data-testid={`palette-${type}`}
      aria-label={t('add', { name: widgetName(type) })}
      title={`${ofWidget(type)?.description ?? ''}\n${t('hint')}`.trim()}
      onClick={add}
      className={`flex h-[66px] w-full cursor-grab flex-col items-center justify-center gap-1.5 rounded-md border border-solid border-line bg-white px-0.5 text-ink-soft transition-colors select-none hover:border-brand hover:bg-brand-soft hover:text-brand ${
        isDragging ? 'opacity-50' : ''
      }`}
      {...listeners}
    >
      <WidgetIcon type={type} size={20} />
      <span className="line-clamp-2 max-w-full text-center text-xs leading-[14px]">{widgetName(type)}</span>
    </button>
  )
}
