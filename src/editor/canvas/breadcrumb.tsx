'use client'

import { useTranslations } from 'next-intl'
import type { BlockId } from '@/schemas/page'
import { ancestorsOf, blockOf, parentsOf } from '@/src/document'
import { useBlock, useEditor, useEditorStore } from '../store/context'
import { revealBlock } from '../store/reveal-block'
import { useWords } from '../words'

/** Under the phone: what holds the selected block, each part a way to select it. */
export function Breadcrumb() {
  const t = useTranslations('editor.canvas')
  const id = useEditor((state) => state.selectedId)
  const count = useEditor((state) => state.selectedIds.length)
  return (
    <div className="flex h-8 shrink-0 items-center overflow-hidden border-0 border-t border-solid border-line bg-white px-3 text-xs text-ink-faint">
      {count > 1 ? (
        <span>{t('severalSelected', { count })}</span>
      ) : (
        <nav aria-label={t('path')} className="flex min-w-0 items-center">
          <Path id={id} />
        </nav>
      )}
    </div>
  )
}

function Path({ id }: { id: BlockId | null }) {
  const store = useEditorStore()
  const t = useTranslations('editor.canvas')
  const { blockName, slotName } = useWords()
  const parents = useEditor((state) => parentsOf(state.page))
  const block = useBlock(id)
  const { page } = store.getState()
  const holders = id === null ? [] : ancestorsOf(page, id).reverse()
  const parts = holders.map((holder, depth) => {
    const around = blockOf(page, holder)
    const slot = parents.get(holders[depth + 1] ?? id ?? '')?.slot
    const name = around ? blockName(around) : holder
    return { id: holder, label: around && slot ? `${name} · ${slotName(around.type, slot)}` : name }
  })
  return (
    <>
      <Part label={t('page')} isCurrent={id === null} onPress={() => store.select(null)} />
      {parts.map((part) => (
        <Part
          key={part.id}
          label={part.label}
          onPress={() => {
            store.select(part.id)
            revealBlock(store, part.id)
          }}
        />
      ))}
      {block && <Part label={blockName(block)} isCurrent onPress={() => revealBlock(store, block.id)} />}
    </>
  )
}

function Part(props: { label: string; isCurrent?: boolean; onPress: () => void }) {
  const { label, isCurrent = false, onPress } = props
  return (
    <span className="flex min-w-0 items-center not-first:before:mx-1 not-first:before:text-[#b9bfb9] not-first:before:content-['›']">
      <button
        type="button"
        aria-current={isCurrent || undefined}
        className={`max-w-44 cursor-pointer truncate rounded border-0 bg-transparent px-1.5 py-0.5 text-xs hover:bg-brand-soft hover:text-brand ${
          isCurrent ? 'font-medium text-ink' : 'text-ink-faint'
        }`}
        onClick={onPress}
      >
        {label}
      </button>
    </span>
  )
}
