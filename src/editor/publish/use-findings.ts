'use client'

import { useDeferredValue, useMemo } from 'react'
import { createPageCheck, DEFAULT_RULES, type Finding } from '@/src/document'
import { useEditor, useEditorStore } from '../store/context'

/** What stands in the way of publishing the page as it is edited now. */
export function useFindings(): Finding[] {
  const { definitions } = useEditorStore()
  // A keystroke is not kept waiting for the checks.
  const page = useDeferredValue(useEditor((state) => state.page))
  const { check } = useMemo(() => createPageCheck(definitions, DEFAULT_RULES), [definitions])
  const refused = useEditor((state) => state.refused)
  return useMemo(() => {
    const typed = Object.keys(refused)
      .filter((id) => Object.hasOwn(page.blocks, id))
      .map((id): Finding => ({ level: 'warning', code: 'refused', path: ['blocks', id, 'props'] }))
    return [...check(page), ...typed]
  }, [page, refused, check])
}
