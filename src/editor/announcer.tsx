'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import { blockOf } from '@/src/document'
import { standingOf } from './keyboard/places'
import { useEditor, useEditorStore } from './store/context'
import type { EditorState } from './store/editor-store'
import type { StepName } from './store/step'
import { useWords, type Words } from './words'

/** Steps after which a block stands somewhere else. */
const MOVES: readonly StepName['verb'][] = ['insert', 'move', 'reorder', 'paste', 'duplicate', 'wrap']

/**
 * Tells screen readers what was done, undone or redone, and where the block stands now; and, while
 * the canvas has the focus, what is selected: its blocks cannot be focused one by one.
 */
export function Announcer() {
  const store = useEditorStore()
  const announced = useEditor((state) => state.announced)
  const say = useSayings()
  const [selected, setSelected] = useState('')

  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.selectedIds === before.selectedIds || now.announced !== before.announced) return
        const isOnCanvas = document.activeElement?.closest('[data-testid="canvas-layer"]')
        setSelected(isOnCanvas ? say.selection(now) : '')
      }),
    [store, say],
  )
  return (
    <>
      <p aria-live="polite" data-testid="announcer" className="sr-only">
        {announced && say.step(announced, store.getState())}
      </p>
      <p aria-live="polite" data-testid="announcer-selection" className="sr-only">
        {selected}
      </p>
    </>
  )
}

function useSayings() {
  const t = useTranslations('editor.keyboard')
  const words = useWords()
  return useMemo(() => sayings(t, words), [t, words])
}

function sayings(
  t: ReturnType<typeof useTranslations<'editor.keyboard'>>,
  { sayAnnouncement, blockName, placeName }: Words,
) {
  return {
    step: (announced: NonNullable<EditorState['announced']>, { page, selectedId }: EditorState): string => {
      const what = sayAnnouncement(announced)
      const isMove = announced.how === 'did' && MOVES.includes(announced.step.verb)
      const standing = isMove && selectedId !== null ? standingOf(page, selectedId) : undefined
      return standing ? t('now', { ...standing, what, place: placeName(standing.place) }) : what
    },
    selection: ({ page, selectedId, selectedIds }: EditorState): string => {
      if (selectedIds.length > 1) return t('chosenSeveral', { count: selectedIds.length })
      const block = selectedId === null ? undefined : blockOf(page, selectedId)
      const standing = block && standingOf(page, block.id)
      if (!block || !standing) return ''
      return t('chosen', { ...standing, name: blockName(block), place: placeName(standing.place) })
    },
  }
}
