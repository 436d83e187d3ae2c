'use client'

import { EditOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Block, BlockId } from '@/schemas/page'
import { ancestorsOf, blockOf, isLocked, parentsOf } from '@/src/document'
import { WidgetIcon } from '../palette/widget-icon'
import { stepBlock } from '../store/commands'
import { useEditor, useEditorStore } from '../store/context'
import { useSayResult } from '../use-say-result'
import { useWords } from '../words'

/** What the selected block is, what it is called, and what holds it. */
export function BlockHeader({ block }: { block: Block }) {
  const store = useEditorStore()
  const t = useTranslations('editor.inspector')
  const { widgetName } = useWords()
  const say = useSayResult()
  const locked = useEditor((state) => isLocked(state.page, block.id))
  const [typed, setTyped] = useState<string>()

  function rename() {
    if (typed === undefined) return
    setTyped(undefined)
    say(
      store.change({
        operation: { kind: 'setBlock', id: block.id, patch: { name: typed.trim() || undefined } },
        name: { verb: 'rename', block: stepBlock(store.getState().page, block.id) },
      }),
    )
  }

  return (
    <header className="border-0 border-b border-solid border-line px-4 pt-3 pb-3">
      <Path id={block.id} />
      <div className="mt-1 flex items-center gap-2">
        <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-brand-soft text-brand">
          <WidgetIcon type={block.type} />
        </span>
        <h2 className="m-0 shrink-0 text-[15px] leading-6 font-semibold text-ink">
          {widgetName(block.type)}
        </h2>
        <Input
          variant="borderless"
          className="min-w-0 flex-1 rounded-md! hover:bg-[#f4f3ee]! focus-within:bg-[#f4f3ee]! [&_input]:text-right [&_input:focus]:text-left"
          maxLength={60}
          disabled={locked}
          aria-label={t('name')}
          title={t('namePlaceholder')}
          placeholder={t('addName')}
          suffix={<EditOutlined className="text-ink-faint" aria-hidden="true" />}
          value={typed ?? block.name ?? ''}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={rename}
          onPressEnter={(event) => event.currentTarget.blur()}
        />
      </div>
    </header>
  )
}

/** From the page down to the block; each part selects what it names. */
function Path({ id }: { id: BlockId }) {
  const store = useEditorStore()
  const t = useTranslations('editor')
  const { blockName, slotName } = useWords()
  const structure = useEditor((state) => parentsOf(state.page))
  const { page } = store.getState()
  const holders = ancestorsOf(page, id).reverse()
  const parts = holders.map((holder, depth) => {
    const block = blockOf(page, holder)
    const slot = structure.get(holders[depth + 1] ?? id)?.slot
    return {
      id: holder,
      label: block ? `${blockName(block)}${slot ? ` · ${slotName(block.type, slot)}` : ''}` : holder,
    }
  })
  return (
    <nav
      aria-label={t('inspector.path')}
      className="flex flex-wrap items-center text-xs leading-5 text-ink-faint"
    >
      {[{ id: null, label: t('canvas.page') }, ...parts].map((part, index) => (
        <span key={part.id ?? 'page'} className="flex min-w-0 items-center">
          {index > 0 && <span className="mx-1 text-[#b9bfb9]">/</span>}
          <button
            type="button"
            className="max-w-32 cursor-pointer truncate border-0 bg-transparent p-0 text-xs text-ink-faint hover:text-brand"
            onClick={() => store.select(part.id)}
          >
            {part.label}
          </button>
        </span>
      ))}
    </nav>
  )
}
