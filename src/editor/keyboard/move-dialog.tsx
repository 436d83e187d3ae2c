'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { topmostOf } from '@/src/document'
import { WidgetIcon } from '../palette/widget-icon'
import { moveBlocks, stepBlocks } from '../store/commands'
import { useEditorStore } from '../store/context'
import { useSayResult } from '../use-say-result'
import { useWords } from '../words'
import { matchScore } from './match'
import { Overlay } from './overlay'
import { followed } from './perform'
import { type PlaceRow, placeRows } from './places'
import { type SearchItem, SearchList } from './search-list'

/** Moves the selected blocks into any container of the page, by its name. */
export function MoveDialog({ onClose }: { onClose: () => void }) {
  const store = useEditorStore()
  const t = useTranslations('editor.keyboard')
  const { blocksName } = useWords()
  const say = useSayResult()
  // The page stays as it is while the dialog lies over it.
  const [{ page, ids }] = useState(() => {
    const state = store.getState()
    return { page: state.page, ids: topmostOf(state.page, state.selectedIds) }
  })
  const [search, setSearch] = useState('')
  const rows = useMemo(() => placeRows(page, store.definitions, ids), [page, store.definitions, ids])
  const nameOf = useRowName()
  const items = rows
    .filter((row) => search.trim() === '' || (row.at && matchScore(search, [nameOf(row, true)]) > 0))
    .map(
      (row): SearchItem => ({
        key: row.key,
        level: search.trim() === '' ? row.depth : 0,
        isDisabled: row.at === undefined,
        content: <Row row={row} name={nameOf(row, search.trim() !== '')} />,
      }),
    )
  const label = t('moveLabel', { name: blocksName(stepBlocks(page, ids)) })
  return (
    <Overlay label={label} onClose={onClose}>
      <SearchList
        isTree
        label={label}
        placeholder={t('movePlaceholder', { name: blocksName(stepBlocks(page, ids)) })}
        search={search}
        onSearch={setSearch}
        items={items}
        empty={t('noPlace')}
        onChoose={(key) => {
          const at = rows.find((row) => row.key === key)?.at
          if (!at) return
          onClose()
          say(followed(store, moveBlocks(store, ids, at)))
        }}
      />
    </Overlay>
  )
}

function useRowName() {
  const t = useTranslations('editor.canvas')
  const { blockName, slotName, placeName } = useWords()
  return ({ block, slot }: PlaceRow, isWhole: boolean): string => {
    if (!block) return t('page')
    if (slot === undefined) return blockName(block)
    return isWhole ? placeName({ ...block, slot }) : slotName(block.type, slot)
  }
}

function Row({ row, name }: { row: PlaceRow; name: string }) {
  const t = useTranslations('editor.keyboard')
  return (
    <>
      {row.block && row.slot === undefined && (
        <WidgetIcon type={row.block.type} size={16} className="text-ink-faint" />
      )}
      <span className="min-w-0 truncate">{name}</span>
      {(row.slot !== undefined || !row.block) && (
        <span className="ml-auto shrink-0 pl-3 text-xs text-ink-soft">
          {row.at ? t('holds', { count: row.count }) : t('doesNotTake')}
        </span>
      )}
    </>
  )
}
