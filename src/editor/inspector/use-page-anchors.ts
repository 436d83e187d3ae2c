'use client'

import { useMemo } from 'react'
import type { PageAnchor } from '@/components/fields/types'
import type { BlockId, PageDefinition } from '@/schemas/page'
import { useEditor, useEditorStore } from '../store/context'
import { useWords } from '../words'
import { keepSame, pageAnchors } from './page-anchors'

/** The blocks of the page that links of this block may lead to. */
export function usePageAnchors(from: BlockId): readonly PageAnchor[] {
  const { definitions } = useEditorStore()
  const { blockName } = useWords()
  const select = useMemo(() => {
    let seen: PageDefinition | undefined
    let anchors: readonly PageAnchor[] = []
    return ({ page }: { page: PageDefinition }) => {
      if (page !== seen) anchors = keepSame(anchors, pageAnchors(page, definitions, blockName, from))
      seen = page
      return anchors
    }
  }, [definitions, blockName, from])
  return useEditor(select)
}
