'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { BlockId } from '@/schemas/page'
import { ancestorsOf, blockOf, parentsOf } from '@/src/document'
import { useEditor, useEditorStore } from '../store/context'
import { LayerRow } from './layer-row'
import { layerRows } from './layer-rows'
import { ROW_PX, useRowWindow } from './use-row-window'

const NONE: ReadonlySet<BlockId> = new Set()

/**
 * The page's blocks as a tree. Its rows follow the page's structure, each row its own block; and
 * only those in sight are drawn, so that a long page costs no more than a short one.
 */
export function LayersTree() {
  const store = useEditorStore()
  const t = useTranslations('editor.layers')
  // The index of parents is another object exactly when blocks came, went or moved.
  const structure = useEditor((state) => parentsOf(state.page))
  const selectedId = useEditor((state) => state.selectedId)
  const [collapsed, setCollapsed] = useState(NONE)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is read when its structure has changed.
  const rows = useMemo(() => layerRows(store.getState().page, collapsed), [store, structure, collapsed])
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last, onScroll, reveal } = useRowWindow(scroller, rows.length)

  const toggle = useCallback((id: BlockId) => {
    setCollapsed((now) => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])

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

  return (
    <section aria-label={t('label')} className="flex min-h-0 flex-1 flex-col pt-2">
      {rows.length === 0 ? (
        <p className="m-0 px-4 py-2 text-[13px] leading-5 text-ink-faint">{t('empty')}</p>
      ) : (
        <div
          ref={scroller}
          role="tree"
          aria-label={t('label')}
          className="min-h-0 flex-1 overflow-y-auto px-2 pb-3"
          onScroll={onScroll}
          onKeyDown={onKeyDown}
        >
          <div style={{ height: rows.length * ROW_PX, paddingTop: first * ROW_PX }} className="box-border">
            {rows.slice(first, last).map(({ id, depth, slot, hasChildren, position, count }, index) => (
              <LayerRow
                key={id}
                id={id}
                depth={depth}
                slot={slot}
                position={position}
                count={count}
                isOpen={hasChildren ? !collapsed.has(id) : undefined}
                // With nothing selected the tree is entered at its first row.
                isEntry={selectedId === null && first + index === 0}
                onToggle={toggle}
              />
            ))}
          </div>
        </div>
      )}
    </section>
  )
}
