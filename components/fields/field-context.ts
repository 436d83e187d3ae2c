'use client'

import { type ComponentType, createContext, useContext } from 'react'
import type {
  FieldGroupsProps,
  FieldLabels,
  PageAnchor,
  RenderActions,
  RenderImageLibrary,
  RenderProducts,
  RenderReward,
  UploadImage,
} from './types'

/** What every field of a form may need, however deep in lists it stands. */
export interface FieldContext {
  labels: FieldLabels
  /** Messages by path, joined with dots. */
  errors: Readonly<Record<string, string>>
  uploadImage: UploadImage | undefined
  renderImageLibrary: RenderImageLibrary | undefined
  renderReward: RenderReward | undefined
  renderProducts: RenderProducts | undefined
  /** Undefined where there is no page to act on. */
  renderActions: RenderActions | undefined
  nameReward: ((rewardId: string) => string | undefined) | undefined
  /** The blocks of the page a link may lead to; undefined where there is no page. */
  anchors: readonly PageAnchor[] | undefined
  /** Draws the fields of an object; lists draw their items with it. */
  Fields: ComponentType<FieldGroupsProps>
  isDisabled: boolean
  isCompact: boolean
}

const Context = createContext<FieldContext | undefined>(undefined)

export const FieldContextProvider = Context.Provider

export function useFieldContext(): FieldContext {
  const context = useContext(Context)
  if (!context) throw new Error('a field was rendered outside a FieldsForm')
  return context
}
