'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useMemo, useState } from 'react'
import type { BlockId, PageDefinition } from '@/schemas/page'
import { parentsOf, walkPage } from '@/src/document'
import { useEditor, useEditorStore } from '../store/context'
import { LayerRow } from './layer-row'

interface Row {
  id: BlockId
  depth: number
  slot: string | null
  hasChildren: boolean
}

/** The page's blocks as a tree. Its rows follow the page's structure; each row follows its own block. */
export function LayersTree() {
  const store = useEditorStore()
  const t = useTranslations('editor.layers')
  // The index of parents is another object exactly when blocks came, went or moved.
  const structure = useEditor((state) => parentsOf(state.page))
  const [collapsed, setCollapsed] = useState<ReadonlySet<BlockId>>(new Set())
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is read when its structure has changed.
  const rows = useMemo(() => rowsOf(store.getState().page, collapsed), [store, structure, collapsed])

  function toggle(id: BlockId) {
    setCollapsed((now) => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }

  /** Moves focus with the selection; the other keys are the editor's own. */
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    if (event.altKey) return
    const { selectedId } = store.getState()
    const row = rows.find(({ id }) => id === selectedId)
    if (!row?.hasChildren) return
    const isOpen = !collapsed.has(row.id)
    if (isOpen === (event.key === 'ArrowLeft')) toggle(row.id)
  }

  return (
    <section
      aria-label={t('label')}
      className="flex min-h-0 flex-1 flex-col border-0 border-t border-solid border-line"
    >
      <h2 className="m-0 px-4 pt-3 pb-1.5 text-[13px] leading-5 font-semibold text-ink">{t('label')}</h2>
      {rows.length === 0 ? (
        <p className="m-0 px-4 py-2 text-[13px] leading-5 text-ink-faint">{t('empty')}</p>
      ) : (
        <div
          role="tree"
          aria-label={t('label')}
          className="min-h-0 flex-1 overflow-y-auto px-2 pb-3"
          onKeyDown={onKeyDown}
        >
          {rows.map(({ id, depth, slot, hasChildren }) => (
            <LayerRow
              key={id}
              id={id}
              depth={depth}
              slot={slot}
              isOpen={hasChildren ? !collapsed.has(id) : undefined}
              onToggle={toggle}
            />
          ))}
        </div>
      )}
    </section>
  )
}

function rowsOf(page: PageDefinition, collapsed: ReadonlySet<BlockId>): Row[] {
  const rows: Row[] = []
  const folded = new Set<BlockId>()
  for (const { block, parent, slot, depth, index } of walkPage(page)) {
    if (parent !== null && (folded.has(parent) || collapsed.has(parent))) {
      folded.add(block.id)
      continue
    }
    const hasChildren = Object.values(block.slots ?? {}).some((children) => children.length > 0)
    // The slot is named where it begins.
    rows.push({ id: block.id, depth, slot: index === 0 ? slot : null, hasChildren })
  }
  return rows
}
