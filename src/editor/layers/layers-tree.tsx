'use client'

import { SearchOutlined } from '@ant-design/icons'
import { useDraggable } from '@dnd-kit/core'
import { Input } from 'antd'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { BlockId } from '@/schemas/page'
import { ancestorsOf, blockOf, isLocked } from '@/src/document'
import { useEditor, useEditorStore } from '../store/context'
import { rangeOf, toggleSelected } from '../store/selecting'
import { LAYERS_DRAG_ID } from './layer-pressed'
import { LayerRow } from './layer-row'
import { RowLine } from './row-line'
import { useLayerRows } from './use-layer-rows'
import { useLayersPort } from './use-layers-port'
import { ROW_PX, useRowWindow } from './use-row-window'

const NONE: ReadonlySet<BlockId> = new Set()
const MAX_SEARCH = 30

/**
 * The page's blocks as a tree. Its rows follow the page's structure, each row its own block; and
 * only those in sight are drawn, so that a long page costs no more than a short one. All rows are
 * dragged by one handle, which is the tree.
 */
export function LayersTree() {
  const store = useEditorStore()
  const t = useTranslations('editor.layers')
  const selectedId = useEditor((state) => state.selectedId)
  const [collapsed, setCollapsed] = useState(NONE)
  const [search, setSearch] = useState('')
  const [renamingId, setRenamingId] = useState<BlockId | null>(null)
  const rows = useLayerRows(search, collapsed)
  const isEmpty = useEditor((state) => state.page.root.length === 0)
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last, onScroll, reveal } = useRowWindow(scroller, rows.length)
  const { listeners, setNodeRef } = useDraggable({ id: LAYERS_DRAG_ID })
  useLayersPort(scroller, rows)
  const rowsNow = useRef(rows)
  rowsNow.current = rows

  const toggle = useCallback((id: BlockId) => {
    setCollapsed((now) => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  const rename = useCallback(
    (id: BlockId | null) => {
      const { page } = store.getState()
      setRenamingId((now) => {
        // The row takes the focus back once the name is written.
        if (id === null && now !== null) focusRow(scroller.current, now)
        return id !== null && isLocked(page, id) ? null : id
      })
    },
    [store],
  )
  const pick = useCallback(
    (id: BlockId, event: MouseEvent) => {
      const [anchor] = store.getState().selectedIds
      const ids = rowsNow.current.map((row) => row.id)
      if (event.shiftKey && anchor !== undefined && ids.includes(anchor)) {
        store.select(rangeOf(ids, anchor, id))
      } else if (event.metaKey || event.ctrlKey) toggleSelected(store, id)
      else store.select(id)
    },
    [store],
  )

  // What is selected elsewhere is to be found here: unfolded, and in sight.
  useEffect(() => {
    if (selectedId === null) return
    const { page } = store.getState()
    const holders = blockOf(page, selectedId) ? ancestorsOf(page, selectedId) : []
    setCollapsed((now) =>
      holders.some((id) => now.has(id)) ? new Set([...now].filter((id) => !holders.includes(id))) : now,
    )
  }, [store, selectedId])
  useEffect(() => {
    const index = rows.findIndex(({ id }) => id === selectedId)
    if (index >= 0) reveal(index)
  }, [rows, selectedId, reveal])

  /** Folds and unfolds; the other keys are the editor's own. */
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if ((event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') || event.altKey) return
    const row = rows.find(({ id }) => id === selectedId)
    if (!row?.hasChildren) return
    const isOpen = !collapsed.has(row.id)
    if (isOpen === (event.key === 'ArrowLeft')) toggle(row.id)
  }

  if (isEmpty) return <p className="m-0 px-4 py-4 text-[13px] leading-5 text-ink-faint">{t('empty')}</p>
  return (
    <section aria-label={t('label')} className="flex min-h-0 flex-1 flex-col">
      <div className="px-4 pt-4 pb-2">
        <Input
          allowClear
          maxLength={MAX_SEARCH}
          aria-label={t('search')}
          placeholder={t('search')}
          prefix={<SearchOutlined className="text-ink-faint" />}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {rows.length === 0 && (
        <p role="status" className="m-0 px-4 py-4 text-center text-[13px] text-ink-faint">
          {t('none', { search })}
        </p>
      )}
      <div
        ref={scroller}
        role="tree"
        aria-label={t('label')}
        aria-multiselectable="true"
        className={rows.length === 0 ? 'hidden' : 'mx-2 min-h-0 flex-1 overflow-y-auto pb-3'}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        {...listeners}
      >
        <div
          ref={setNodeRef}
          role="presentation"
          style={{ height: rows.length * ROW_PX, paddingTop: first * ROW_PX }}
          className="relative box-border select-none [-webkit-touch-callout:none]"
        >
          {rows.slice(first, last).map(({ id, depth, slot, hasChildren, position, count }, index) => (
            <LayerRow
              key={id}
              id={id}
              depth={depth}
              slot={slot}
              position={position}
              count={count}
              isOpen={hasChildren ? search.trim() !== '' || !collapsed.has(id) : undefined}
              // With nothing selected the tree is entered at its first row.
              isEntry={selectedId === null && first + index === 0}
              isRenaming={renamingId === id}
              onToggle={toggle}
              onRename={rename}
              onPick={pick}
            />
          ))}
          <RowLine />
        </div>
      </div>
    </section>
  )
}

function focusRow(tree: HTMLElement | null, id: BlockId): void {
  requestAnimationFrame(() => {
    tree?.querySelector<HTMLElement>(`[data-layer="${id}"]`)?.focus({ preventScroll: true })
  })
}
