import type { Editor } from '@tiptap/react'
import type { RichText } from '@/schemas/rich-text'

export interface RichTextFieldProps {
  id: string
  label: string
  value: unknown
  optional: boolean
  /** The element that says what is wrong; undefined while nothing is. */
  errorId: string | undefined
  onChange: (value: RichText | undefined, isContinuous: boolean) => void
}

export interface ToolbarPartProps {
  editor: Editor
  isDisabled: boolean
  /** Runs a change that is a step of its own. */
  onPress: (press: () => void) => void
}
