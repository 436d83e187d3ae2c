'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import type { Block } from '@/schemas/page'
import { isComposing } from '../keyboard/command-of'
import { stepBlock } from '../store/commands'
import { useEditorStore } from '../store/context'
import { useSayResult } from '../use-say-result'
import { useWords } from '../words'

const MAX_NAME = 60

/** The name of a block, being written in its row. Enter keeps it, Esc leaves it as it was. */
export function RenameField({ block, onEnd }: { block: Block; onEnd: () => void }) {
  const store = useEditorStore()
  const t = useTranslations('editor.inspector')
  const { blockName } = useWords()
  const say = useSayResult()
  const isDone = useRef(false)

  function end(typed: string | undefined) {
    // Leaving the field, by Enter or Esc, blurs it once more.
    if (isDone.current) return
    isDone.current = true
    onEnd()
    const name = typed?.trim()
    if (name === undefined || name === (block.name ?? '')) return
    say(
      store.change({
        operation: { kind: 'setBlock', id: block.id, patch: { name: name || undefined } },
        name: { verb: 'rename', block: stepBlock(store.getState().page, block.id) },
      }),
    )
  }

  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it appears because somebody asked to write the name.
      autoFocus
      aria-label={t('name')}
      maxLength={MAX_NAME}
      defaultValue={block.name ?? ''}
      placeholder={blockName({ type: block.type })}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => end(event.currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
      onMouseDown={(event) => event.stopPropagation()}
      onTouchStart={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        // The tree's own keys are not meant while a name is written.
        event.stopPropagation()
        if (isComposing(event.nativeEvent)) return
        if (event.key === 'Enter') end(event.currentTarget.value)
        if (event.key === 'Escape') end(undefined)
      }}
      className="h-6 min-w-0 flex-1 rounded border border-solid border-brand bg-white px-1.5 text-[13px] text-ink outline-none"
    />
  )
}
