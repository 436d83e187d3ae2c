'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { PageSettings } from '../page-settings/page-settings'
import { useBlock, useEditor, useEditorStore } from '../store/context'
import { BlockInspector } from './block-inspector'
import { SeveralInspector } from './several-inspector'
import type { ToolDrawer } from './tool-drawer'

/** What can be set of the selected block; of the page while none is selected. */
export function Inspector({ ToolDrawer }: { ToolDrawer: ToolDrawer }) {
  const t = useTranslations('editor.inspector')
  const selectedId = useEditor((state) => state.selectedId)
  const store = useEditorStore()
  const block = useBlock(selectedId)
  const several = useEditor(({ selectedIds }) => (selectedIds.length > 1 ? selectedIds : undefined))
  const pane = useRef<HTMLElement>(null)

  useEffect(() => {
    const element = pane.current
    // A field that is left ends its step: typing in it again is another.
    const onFocusOut = () => store.closeStep()
    element?.addEventListener('focusout', onFocusOut)
    return () => element?.removeEventListener('focusout', onFocusOut)
  }, [store])

  return (
    <aside
      ref={pane}
      data-inspector={block?.id ?? ''}
      aria-label={t('label')}
      className="flex w-80 shrink-0 flex-col overflow-y-auto border-0 border-l border-solid border-line bg-white"
    >
      {several ? (
        <SeveralInspector key={several.join()} ids={several} />
      ) : block ? (
        <BlockInspector key={block.id} block={block} ToolDrawer={ToolDrawer} />
      ) : (
        <PageSettings />
      )}
    </aside>
  )
}
