'use client'

import { type ReactNode, useMemo } from 'react'
import { FieldContextProvider } from '@/components/fields/field-context'
import { FieldGroups } from '@/components/fields/field-groups'
import type { ActionsFieldProps } from '@/components/fields/types'
import type { Block } from '@/schemas/page'
import { PartActions } from '../binding/part-actions'
import { pageAnchors } from '../inspector/page-anchors'
import { useEditorStore } from '../store/context'
import { useWords } from '../words'

interface RegionFieldsProps {
  /** Messages by path, joined with dots. */
  errors: Readonly<Record<string, string>>
  children: ReactNode
}

const NO_LABELS = { fields: {} }

/** Stands for the block that will be made of a strip: actions lead to other blocks than their own. */
const STRIP: Block = { id: '', type: 'hot-zone', version: 1, props: {} }

const renderPartActions = (actions: ActionsFieldProps) => <PartActions block={STRIP} {...actions} />

/** What fields need outside of a generated form: the blocks of the page that links may lead to. */
export function RegionFields({ errors, children }: RegionFieldsProps) {
  const store = useEditorStore()
  const { blockName } = useWords()
  const context = useMemo(
    () => ({
      labels: NO_LABELS,
      errors,
      uploadImage: undefined,
      renderImageLibrary: undefined,
      renderReward: undefined,
      renderProducts: undefined,
      renderActions: renderPartActions,
      nameReward: undefined,
      // The page stays as it is while the dialog is open.
      anchors: pageAnchors(store.getState().page, store.definitions, blockName, ''),
      Fields: FieldGroups,
      isDisabled: false,
      isCompact: true,
    }),
    [errors, store, blockName],
  )
  return <FieldContextProvider value={context}>{children}</FieldContextProvider>
}
