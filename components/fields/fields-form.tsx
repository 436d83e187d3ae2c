'use client'

import { useMemo } from 'react'
import type { FieldDescription } from '@/schemas/field'
import { FieldContextProvider } from './field-context'
import { FieldGroups } from './field-groups'
import { patched } from './patched'
import type {
  FieldChange,
  FieldLabels,
  PageAnchor,
  RenderActions,
  RenderImageLibrary,
  RenderProducts,
  RenderReward,
  UploadImage,
  Values,
} from './types'

interface FieldsFormProps {
  fields: readonly FieldDescription[]
  value: Values
  /** The whole object after the change, and what the change was. */
  onChange: (next: Values, change: FieldChange) => void
  labels: FieldLabels
  /** Messages beside the fields, by path joined with dots: `coupons.0.rewardId`. */
  errors?: Readonly<Record<string, string>>
  /** Without it images can only be given by their address. */
  uploadImage?: UploadImage
  /** Draws the library images may be chosen from; without it there is none. */
  renderImageLibrary?: RenderImageLibrary
  /** Draws the picker of a reward; without it rewards cannot be edited. */
  renderReward?: RenderReward
  /** Draws the pickers of products; without them products cannot be edited. */
  renderProducts?: RenderProducts
  /** Draws what taps on parts of a block do; without it that cannot be edited. */
  renderActions?: RenderActions
  /** A reward's name, by which items of a list are told apart while they are closed. */
  nameReward?: (rewardId: string) => string | undefined
  /** The blocks of the page a link may lead to. */
  anchors?: readonly PageAnchor[]
  isDisabled?: boolean
  /** For a narrow pane: short values stand beside their labels. */
  isCompact?: boolean
}

const NO_ERRORS = {}

/** A form generated from the fields of a schema. It holds nothing: what it shows is `value`. */
export function FieldsForm(props: FieldsFormProps) {
  const { fields, value, onChange, labels, errors, uploadImage, renderReward, renderProducts, nameReward } =
    props
  const { renderImageLibrary, renderActions, anchors, isDisabled, isCompact } = props
  const context = useMemo(
    () => ({
      labels,
      errors: errors ?? NO_ERRORS,
      uploadImage,
      renderImageLibrary,
      renderReward,
      renderProducts,
      renderActions,
      nameReward,
      anchors,
      Fields: FieldGroups,
      isDisabled: isDisabled ?? false,
      isCompact: isCompact ?? false,
    }),
    [
      labels,
      errors,
      uploadImage,
      renderImageLibrary,
      renderReward,
      renderProducts,
      renderActions,
      nameReward,
      anchors,
      isDisabled,
      isCompact,
    ],
  )
  return (
    <FieldContextProvider value={context}>
      <FieldGroups
        fields={fields}
        value={value}
        path={[]}
        onChange={(change) => onChange(patched(value, change.patch), change)}
      />
    </FieldContextProvider>
  )
}
