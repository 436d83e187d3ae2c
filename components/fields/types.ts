import type { ReactNode } from 'react'
import type { ActionCall } from '@/schemas/action-call'
import type { FieldDescription } from '@/schemas/field'

/** An object whose properties a form edits: a block's props, a tool's configuration, a list's item. */
export type Values = Readonly<Record<string, unknown>>

export type FieldPath = readonly (string | number)[]

/** What one change did, beside the object that came of it. */
export interface FieldChange {
  /** The properties of the edited object that changed; undefined takes one away. */
  patch: Values
  /** Where it happened: `['items', 2, 'title']`. */
  path: FieldPath
  /** True while somebody types or drags: such changes to one path are one step to undo. */
  isContinuous: boolean
}

/** The words of a form, as a widget's messages give them. */
export interface FieldLabels {
  /** By property; of a list's items by `<list>.<property>`. */
  fields: Readonly<Record<string, string>>
  groups?: Readonly<Record<string, string>>
  options?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface UploadedImage {
  url: string
  /** In px, where the server knows. */
  width?: number
  height?: number
  /** The colour most of it has, `#rrggbb`; null where none stands for it. */
  tint?: string | null
}

/**
 * Sends an image to the server; `onProgress` tells how much of it is there, 0 to 1. Rejects with
 * `UploadFailed`, whose message is for the user.
 */
export type UploadImage = (
  file: File,
  options: {
    onProgress: (fraction: number) => void
    signal: AbortSignal
    /** Where the library keeps it. */
    folderId?: string | undefined
  },
) => Promise<UploadedImage>

/** Draws the dialog in which a picture of the library is chosen. */
export type RenderImageLibrary = (props: {
  isOpen: boolean
  onPick: (image: UploadedImage) => void
  onClose: () => void
}) => ReactNode

/** A block of the page, as somebody who links to it would call it. */
export interface PageAnchor {
  id: string
  name: string
}

export interface RewardFieldProps {
  id: string
  label: string
  value: string
  onChange: (rewardId: string) => void
  isDisabled: boolean
  isInvalid: boolean
}

export type RenderReward = (props: RewardFieldProps) => ReactNode

export interface ProductsFieldProps {
  id: string
  label: string
  max: number
  value: readonly string[]
  onChange: (productIds: string[]) => void
  isDisabled: boolean
  isInvalid: boolean
}

export interface ProductGroupFieldProps {
  id: string
  label: string
  value: string
  onChange: (group: string) => void
  isDisabled: boolean
  isInvalid: boolean
}

/** What picks products; the form itself fetches nothing. */
export interface RenderProducts {
  picked: (props: ProductsFieldProps) => ReactNode
  group: (props: ProductGroupFieldProps) => ReactNode
}

export interface ActionsFieldProps {
  label: string
  value: readonly ActionCall[]
  /** Changes of one `mergeKey` in a row are one step to undo; one without it is a step of its own. */
  onChange: (calls: readonly ActionCall[], mergeKey: string | undefined) => void
  isDisabled: boolean
}

/** Draws what a tap on a part does; the form itself knows no page to act on. */
export type RenderActions = (props: ActionsFieldProps) => ReactNode

export interface FieldGroupsProps {
  fields: readonly FieldDescription[]
  value: Values
  path: FieldPath
  /** The list these are the fields of an item of. */
  listName?: string
  /** The change's patch is of this object. */
  onChange: (change: FieldChange) => void
}
