'use client'

import {
  ApartmentOutlined,
  ArrowDownOutlined,
  ArrowUpOutlined,
  CopyOutlined,
  DeleteOutlined,
  FileAddOutlined,
  LayoutOutlined,
} from '@ant-design/icons'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BlockId, PageDefinition } from '@/schemas/page'
import { definitionOf, isLocked, parentsOf } from '@/src/document'
import { duplicateBlocks, removeBlocks, stepBlocks } from '../store/commands'
import { useBlock, useEditor, useEditorStore } from '../store/context'
import { commonListOf, shiftBlocks } from '../store/shift-blocks'
import { WRAPPER, wrapBlocks } from '../store/wrap-blocks'
import { saveSelectionAsTemplate } from '../templates/saving'
import { useSayResult } from '../use-say-result'
import { useWords } from '../words'
import { indexLayout } from './layout-index'

const BUTTON_PX = 34
/** Keeps the toolbar off the phone's upper and lower edge, px. */
const EDGE_PX = 8

interface QuickToolbarProps {
  scale: number
  /** The phone's height in the canvas's own px. */
  height: number
}

/**
 * What can be done to the selected blocks, beside the phone so that it covers nothing of the
 * page. It stays by the block selected last while any of it is in sight.
 */
export function QuickToolbar({ scale, height }: QuickToolbarProps) {
  const id = useEditor((state) => (state.drag || state.writingId !== null ? null : state.selectedId))
  const block = useBlock(id)
  const rect = useEditor((state) =>
    id !== null && state.layout ? indexLayout(state.layout).block(id) : undefined,
  )
  const scrollTop = useEditor((state) => state.scrollTop)
  if (!block || !rect) return null
  const top = rect.y - scrollTop
  if (top > height || top + rect.height < 0) return null
  return <Toolbar top={Math.max(EDGE_PX, top * scale)} bottom={height * scale - EDGE_PX} />
}

interface Action {
  label: string
  icon: ReactNode
  act: () => void
  isOff?: boolean
  isDanger?: boolean
}

function Toolbar({ top, bottom }: { top: number; bottom: number }) {
  const t = useTranslations('editor.block')
  const { name, actions } = useActions()
  return (
    // Beside the phone, or, when that is out of sight, at the edge of what is seen of it.
    <div className="pointer-events-none absolute inset-y-0 -right-11 left-0 flex items-start justify-end">
      <div
        role="toolbar"
        aria-label={t('toolbar', { name })}
        aria-orientation="vertical"
        className="pointer-events-auto sticky right-2 flex w-[34px] flex-col overflow-hidden rounded-lg bg-white shadow-[0_0_0_1px_#d5d6d0,0_6px_20px_-6px_rgb(27_36_34/0.25)]"
        style={{ marginTop: Math.max(0, Math.min(top, bottom - actions.length * BUTTON_PX)) }}
      >
        {actions.map((action) => (
          <ToolbarButton key={action.label} {...action} />
        ))}
      </div>
    </div>
  )
}

function ToolbarButton({ label, icon, act, isOff, isDanger }: Action) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={act}
      style={{ height: BUTTON_PX }}
      className={`flex cursor-pointer items-center justify-center border-0 bg-transparent text-[14px] text-ink-soft outline-offset-[-2px] disabled:cursor-not-allowed disabled:text-[#c5c9c6] ${
        isDanger
          ? 'enabled:hover:bg-negative-soft enabled:hover:text-negative'
          : 'enabled:hover:bg-brand-soft enabled:hover:text-brand'
      }`}
    >
      {icon}
    </button>
  )
}

function useActions(): { name: string; actions: readonly Action[] } {
  const store = useEditorStore()
  const t = useTranslations('editor.block')
  const { blocksName, widgetName } = useWords()
  const say = useSayResult()
  const ids = useEditor((state) => state.selectedIds)
  // Redrawn when the only block is renamed; of several, the first gives the name.
  useBlock(ids[0] ?? null)
  const locked = useEditor((state) => ids.some((id) => isLocked(state.page, id)))
  const isOneList = useEditor((state) => ids.length === 1 || commonListOf(state.page, ids) !== undefined)
  const parent = useEditor((state) => parentOf(state.page, ids))
  const { page } = store.getState()
  const name = blocksName(stepBlocks(page, ids))
  const wrapper = definitionOf(store.definitions, WRAPPER) && widgetName(WRAPPER)

  const actions: Action[] = [
    {
      label: t('up', { name }),
      icon: <ArrowUpOutlined />,
      act: () => say(shiftBlocks(store, ids, -1)),
      isOff: locked || !isOneList,
    },
    {
      label: t('down', { name }),
      icon: <ArrowDownOutlined />,
      act: () => say(shiftBlocks(store, ids, 1)),
      isOff: locked || !isOneList,
    },
    {
      label: t('duplicate', { name }),
      icon: <CopyOutlined />,
      act: () => say(duplicateBlocks(store, ids)),
    },
  ]
  if (wrapper) {
    actions.push({
      label: t('wrap', { name, widget: wrapper }),
      icon: <LayoutOutlined />,
      act: () => say(wrapBlocks(store, ids, WRAPPER)),
      isOff: locked,
    })
  }
  actions.push({
    label: t('saveTemplate', { name }),
    icon: <FileAddOutlined />,
    act: () => saveSelectionAsTemplate(store),
  })
  actions.push({
    label: t('remove', { name }),
    icon: <DeleteOutlined />,
    act: () => say(removeBlocks(store, ids)),
    isOff: locked,
    isDanger: true,
  })
  if (parent !== null) {
    actions.unshift({
      label: t('parent'),
      icon: <ApartmentOutlined />,
      act: () => store.select(parent),
    })
  }
  return { name, actions }
}

/** The block that holds the only selected one. */
function parentOf(page: PageDefinition, ids: readonly BlockId[]): BlockId | null {
  const [only, ...others] = ids
  return only === undefined || others.length > 0 ? null : (parentsOf(page).get(only)?.parent ?? null)
}
