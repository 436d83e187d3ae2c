'use client'

import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { CanvasHandle } from '@/schemas/canvas'
import type { Block, BlockId } from '@/schemas/page'
import { blockOf, currentDefinition, isLocked } from '@/src/document'
import { describeFields } from '@/widgets/kit/describe-fields'
import { focusInspector } from '../keyboard/focus-home'
import { stepBlock } from '../store/commands'
import { useEditorStore } from '../store/context'
import type { EditorStore } from '../store/editor-store'
import { useWords } from '../words'

interface Parts {
  handle: RefObject<CanvasHandle | undefined>
  frame: RefObject<HTMLIFrameElement | null>
  layer: RefObject<HTMLElement | null>
}

/**
 * Writing a block's text where it stands. What `write` begins is one step, which Esc takes back;
 * a block whose text cannot be written there gets the inspector's first field instead. True when
 * either came of it.
 */
export function useWriting({ handle, frame, layer }: Parts): (id: BlockId) => boolean {
  const store = useEditorStore()
  const { blockName, propLabel } = useWords()
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])

  return useCallback(
    (id) => {
      const { page } = store.getState()
      const block = blockOf(page, id)
      if (!block || isLocked(page, id)) return false
      store.select(id)
      const text = inlineTextOf(store, block)
      if (!text) return focusFirstField()
      const { prop, max, isMultiline, value } = text
      // Nothing inert takes the focus, and React would come too late to say so.
      if (frame.current) frame.current.inert = false
      store.closeStep()
      store.setState({ writingId: id })
      const endWatch = store.subscribe(() => {
        if (!blockOf(store.getState().page, id)) stop.current?.()
      })
      stop.current = handle.current?.writeText(id, {
        text: value,
        max,
        isMultiline,
        label: `${blockName(block)} ${propLabel(block.type, prop)}`,
        onText: (written) => {
          store.change({
            operation: { kind: 'setProps', id, props: { [prop]: written } },
            name: { verb: 'setProp', block: stepBlock(store.getState().page, id), prop },
            mergeKey: `${id}:${prop}:written`,
          })
        },
        onEnd: (how) => {
          endWatch()
          stop.current = undefined
          if (how === 'takenBack') store.abandonStep()
          else store.closeStep()
          store.setState({ writingId: null })
          if (how !== 'left') layer.current?.focus({ preventScroll: true })
        },
      })
      if (stop.current) return true
      endWatch()
      store.setState({ writingId: null })
      if (frame.current) frame.current.inert = true
      return focusFirstField()
    },
    [store, handle, frame, layer, blockName, propLabel],
  )
}

interface InlineText {
  prop: string
  value: string
  max: number
  isMultiline: boolean
}

function inlineTextOf(store: EditorStore, block: Block): InlineText | undefined {
  const definition = currentDefinition(store.definitions, block)
  const prop = definition?.inlineText
  if (!definition || prop === undefined) return undefined
  const field = describeFields(definition.props).find(({ name }) => name === prop)?.field
  const value = block.props[prop]
  if (field?.kind !== 'text' || typeof value !== 'string') return undefined
  return { prop, value, max: field.max, isMultiline: field.multiline }
}

/** Where the inspector takes formatted text, or else its first field. */
function focusFirstField(): boolean {
  // The inspector shows the block from the next frame on.
  requestAnimationFrame(() => {
    const writing = document.querySelector<HTMLElement>('[data-inspector] [contenteditable="true"]')
    if (writing) writing.focus()
    else focusInspector('field')
  })
  return true
}
