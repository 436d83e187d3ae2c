'use client'

import {
  CaretRightOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  LockOutlined,
  UnlockOutlined,
} from '@ant-design/icons'
import { useTranslations } from 'next-intl'
import { type MouseEvent, memo, type ReactNode, useEffect, useRef } from 'react'
import type { BlockId } from '@/schemas/page'
import { parentsOf } from '@/src/document'
import { WidgetIcon } from '../palette/widget-icon'
import { setOnBlocks } from '../store/commands'
import { useBlock, useEditor, useEditorStore } from '../store/context'
import { revealBlock } from '../store/reveal-block'
import { useSayResult } from '../use-say-result'
import { useWords } from '../words'
import { blockSummary } from './block-summary'
import { INDENT_PX } from './find-row-target'
import { RenameField } from './rename-field'

interface LayerRowProps {
  id: BlockId
  depth: number
  /** The slot whose first block this is. */
  slot: string | null
  /** Undefined when the block holds nothing. */
  isOpen: boolean | undefined
  position: number
  count: number
  isEntry: boolean
  isRenaming: boolean
  onToggle: (id: BlockId) => void
  onRename: (id: BlockId | null) => void
  /** A click: what it selects depends on the keys held and the rows around it. */
  onPick: (id: BlockId, event: MouseEvent) => void
}

/** One block in the tree. Redraws with its own record, its place and the selection only. */
export const LayerRow = memo(function LayerRow(props: LayerRowProps) {
  const { id, depth, slot, isOpen, position, count, isEntry, isRenaming } = props
  const { onToggle, onRename, onPick } = props
  const store = useEditorStore()
  const t = useTranslations('editor.layers')
  const { blockName, slotName } = useWords()
  const say = useSayResult()
  const block = useBlock(id)
  const isSelected = useEditor((state) => state.selectedIds.includes(id))
  const isCurrent = useEditor((state) => state.selectedId === id)
  const isHovered = useEditor((state) => state.hoveredId === id)
  const parentType = useEditor((state) => {
    const parent = parentsOf(state.page).get(id)?.parent
    return parent ? state.page.blocks[parent]?.type : undefined
  })
  const row = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!isCurrent || isRenaming) return
    // The tree's focus goes with the selection, and stays elsewhere when it is elsewhere.
    if (document.activeElement?.closest('[role="tree"]')) row.current?.focus({ preventScroll: true })
  }, [isCurrent, isRenaming])

  if (!block) return null
  const name = blockName(block)
  // Read out as it is written: blocks of one kind are told apart by what they say.
  const place = slot !== null && parentType ? slotName(parentType, slot) : ''
  const summary = block.name ? '' : blockSummary(store.definitions, block)
  const set = (patch: { hidden: boolean } | { locked: boolean }) => {
    // What is done to one of the selected blocks is meant for all of them.
    const { selectedIds } = store.getState()
    say(setOnBlocks(store, selectedIds.includes(id) ? selectedIds : [id], patch))
  }

  return (
    <div
      ref={row}
      role="treeitem"
      data-testid={`layer-${id}`}
      data-layer={id}
      aria-label={[name, place, summary].filter(Boolean).join(' ')}
      aria-level={depth + 1}
      aria-posinset={position}
      aria-setsize={count}
      aria-selected={isSelected}
      aria-expanded={isOpen}
      tabIndex={isCurrent || isEntry ? 0 : -1}
      onClick={(event) => {
        onPick(id, event)
        revealBlock(store, id)
      }}
      onDoubleClick={() => onRename(id)}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || event.key !== 'F2') return
        event.preventDefault()
        onRename(id)
      }}
      onPointerEnter={() => store.setState({ hoveredId: id })}
      onPointerLeave={() => store.setState({ hoveredId: null })}
      className={`group flex h-8 cursor-pointer items-center gap-1.5 rounded-md pr-1 text-[13px] outline-offset-[-2px] ${
        isSelected
          ? 'bg-brand-soft font-medium text-brand-deep'
          : isHovered
            ? 'bg-[#f4f3ee] text-ink'
            : 'text-ink'
      }`}
      style={{ paddingLeft: 4 + depth * INDENT_PX }}
    >
      {isOpen === undefined ? (
        <span className="w-4 shrink-0" />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t(isOpen ? 'collapse' : 'expand', { name })}
          className="flex size-4 shrink-0 cursor-pointer items-center justify-center border-0 bg-transparent p-0 text-[10px] text-ink-faint"
          onClick={(event) => {
            event.stopPropagation()
            onToggle(id)
          }}
        >
          <CaretRightOutlined className={`transition-transform ${isOpen ? 'rotate-90' : ''}`} />
        </button>
      )}
      <WidgetIcon type={block.type} size={16} className={isSelected ? 'text-brand' : 'text-ink-faint'} />
      {isRenaming ? (
        <RenameField block={block} onEnd={() => onRename(null)} />
      ) : (
        <>
          <span
            className={`max-w-[70%] shrink-0 truncate ${block.hidden ? 'text-ink-faint line-through' : ''}`}
          >
            {name}
          </span>{' '}
          {place && (
            <span className="shrink-0 rounded bg-[#efeeea] px-1 text-[11px] leading-4 font-normal text-ink-soft">
              {place}
            </span>
          )}{' '}
          {summary && <span className="min-w-0 truncate text-xs font-normal text-ink-soft">{summary}</span>}
        </>
      )}
      <span
        className={`ml-auto flex shrink-0 ${
          block.locked || block.hidden ? '' : 'w-0 overflow-hidden focus-within:w-auto group-hover:w-auto'
        }`}
      >
        <RowButton
          isKept={block.locked === true}
          isReachable={isCurrent}
          label={t(block.locked ? 'unlock' : 'lock', { name })}
          onPress={() => set({ locked: !block.locked })}
        >
          {block.locked ? <LockOutlined /> : <UnlockOutlined />}
        </RowButton>
        <RowButton
          isKept={block.hidden === true}
          isReachable={isCurrent}
          label={t(block.hidden ? 'show' : 'hide', { name })}
          onPress={() => set({ hidden: !block.hidden })}
        >
          {block.hidden ? <EyeInvisibleOutlined /> : <EyeOutlined />}
        </RowButton>
      </span>
    </div>
  )
})

interface RowButtonProps {
  label: string
  /** Shown always, not only when the row is pointed at: it tells of a state. */
  isKept: boolean
  /** By the tab key: of one row only, or a long page would be a long way. */
  isReachable: boolean
  onPress: () => void
  children: ReactNode
}

function RowButton({ label, isKept, isReachable, onPress, children }: RowButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      tabIndex={isReachable ? 0 : -1}
      onClick={(event) => {
        event.stopPropagation()
        onPress()
      }}
      className={`flex size-6 cursor-pointer items-center justify-center rounded border-0 bg-transparent p-0 text-[13px] text-ink-faint hover:bg-white hover:text-brand focus-visible:opacity-100 ${
        isKept ? '' : 'opacity-0 group-hover:opacity-100'
      }`}
    >
      {children}
    </button>
  )
}
