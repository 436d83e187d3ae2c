'use client'

import type { ActionsFieldProps } from '@/components/fields/types'
import { ActionCalls } from '@/schemas/action-call'
import type { Block } from '@/schemas/page'
import { definitionOf } from '@/src/document'
import { useEditorStore } from '../store/context'
import { EventActions, type SetCalls } from './event-actions'

interface PartActionsProps extends ActionsFieldProps {
  /** The block it is a part of; one that is still to be made has an id of nobody's. */
  block: Block
}

/** What a tap on a part of the block does: a region of its picture, a cell of a puzzle. */
export function PartActions({ block, label, value, onChange, isDisabled }: PartActionsProps) {
  const { definitions } = useEditorStore()
  const definition = definitionOf(definitions, block.type)
  if (!definition) return null
  const setCalls: SetCalls = (calls, mergeKey) => {
    const parsed = ActionCalls.safeParse(calls)
    if (!parsed.success) {
      const problems = parsed.error.issues.map(({ message, path }) => ({
        code: message,
        path: path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
      }))
      return { ok: false, code: 'invalid_props', problems }
    }
    onChange(calls, mergeKey)
    return { ok: true }
  }
  return (
    <EventActions
      block={block}
      definition={definition}
      event={undefined}
      title={label}
      calls={value}
      isDisabled={isDisabled}
      setCalls={setCalls}
    />
  )
}
