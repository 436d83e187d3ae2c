'use client'

import { createContext, useContext } from 'react'
import type { FieldLabels, RenderReward, UploadImage } from './types'

/** What every field of a form may need, however deep in lists it stands. */
export interface FieldContext {
  labels: FieldLabels
  /** Messages by path, joined with dots. */
  errors: Readonly<Record<string, string>>
  uploadImage: UploadImage | undefined
  renderReward: RenderReward | undefined
  nameReward: ((rewardId: string) => string | undefined) | undefined
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
