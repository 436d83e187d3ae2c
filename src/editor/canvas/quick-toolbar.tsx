'use client'

import {
  ApartmentOutlined,
  ArrowDownOutlined,
  ArrowUpOutlined,
  CopyOutlined,
  DeleteOutlined,
} from '@ant-design/icons'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Block } from '@/schemas/page'
import { isLocked, parentsOf } from '@/src/document'
import { duplicateBlocks, removeBlocks, shiftBlock } from '../store/commands'
import { useBlock, useEditor, useEditorStore } from '../store/context'
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
 * What can be done to the selected block, beside the phone so that it covers nothing of the page.
 * It stays by the block while any of it is in sight.
 */
export function QuickToolbar({ scale, height }: QuickToolbarProps) {
  const id = useEditor((state) => (state.drag ? null : state.selectedId))
  const block = useBlock(id)
  const rect = useEditor((state) =>
    id !== null && state.layout ? indexLayout(state.layout).block(id) : undefined,
  )
  const scrollTop = useEditor((state) => state.scrollTop)
  if (!block || !rect) return null
  const top = rect.y - scrollTop
  if (top > height || top + rect.height < 0) return null
  return <Toolbar block={block} top={Math.max(EDGE_PX, top * scale)} bottom={height * scale - EDGE_PX} />
}

function Toolbar({ block, top, bottom }: { block: Block; top: number; bottom: number }) {
  const store = useEditorStore()
  const t = useTranslations('editor.block')
  const { blockName } = useWords()
  const say = useSayResult()
  const parent = useEditor((state) => parentsOf(state.page).get(block.id)?.parent ?? null)
  const locked = useEditor((state) => isLocked(state.page, block.id))
  const name = blockName(block)
  const actions: { label: string; icon: ReactNode; act: () => void; isOff?: boolean; isDanger?: boolean }[] =
    [
      {
        label: t('up', { name }),
        icon: <ArrowUpOutlined />,
        act: () => say(shiftBlock(store, block.id, -1)),
        isOff: locked,
      },
      {
        label: t('down', { name }),
        icon: <ArrowDownOutlined />,
        act: () => say(shiftBlock(store, block.id, 1)),
        isOff: locked,
      },
      {
        label: t('duplicate', { name }),
        icon: <CopyOutlined />,
        act: () => say(duplicateBlocks(store, [block.id])),
      },
      {
        label: t('remove', { name }),
        icon: <DeleteOutlined />,
        act: () => say(removeBlocks(store, [block.id])),
        isOff: locked,
        isDanger: true,
      },
    ]
  if (parent !== null) {
    actions.unshift({
      label: t('parent'),
      icon: <ApartmentOutlined />,
      act: () => store.select(parent),
    })
  }
  return (
    <div
      role="toolbar"
      aria-label={t('toolbar', { name })}
      aria-orientation="vertical"
      className="absolute left-full ml-2.5 flex w-[34px] flex-col overflow-hidden rounded-lg bg-white shadow-[0_0_0_1px_#d5d6d0,0_6px_20px_-6px_rgb(27_36_34/0.25)]"
      style={{ top: Math.min(top, bottom - actions.length * BUTTON_PX) }}
    >
      {actions.map(({ label, icon, act, isOff, isDanger }) => (
        <button
          key={label}
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
      ))}
    </div>
  )
}
