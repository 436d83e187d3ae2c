'use client'

import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import type { PageAnchor } from '@/components/fields/types'
import { ACTION_CATALOGUE, type ActionCall } from '@/schemas/action-call'
import type { Block } from '@/schemas/page'
import { definitionOf, inputsOf } from '@/src/document'
import type { AnyWidgetDefinition } from '@/widgets/kit/definition'
import type { ChangeResult } from '../store/change'
import { useBlock, useEditorStore } from '../store/context'
import { ActionInputs } from './action-inputs'
import { ActionTarget } from './action-target'
import { withInputs } from './edit-actions'

interface ActionCardProps {
  block: Block
  definition: AnyWidgetDefinition
  event: string | undefined
  call: ActionCall
  /** The page's other blocks, by name. */
  anchors: readonly PageAnchor[]
  /** Its place in the order, from 1. */
  n: number
  isDisabled: boolean
  onChange: (call: ActionCall, mergeKey?: string) => ChangeResult
  /** Absent at the end of the list. */
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  onRemove: () => void
}

/** One action: what it does, to which block, and what it is told. */
export function ActionCard(props: ActionCardProps) {
  const { block, definition, event, call, anchors, n, isDisabled, onChange, onUp, onDown, onRemove } = props
  const { definitions } = useEditorStore()
  const t = useTranslations('editor.binding')
  const targetId = 'block' in call ? (call.block ?? null) : null
  const target = useBlock(targetId)
  const inputs = inputsOf(call, target && definitionOf(definitions, target.type))
  const kind = t(`kinds.${call.kind}`)
  const wanted = ACTION_CATALOGUE[call.kind].target
  const button = { size: 'small', type: 'text', className: 'text-ink-faint disabled:opacity-35' } as const

  return (
    <li
      aria-label={t('action', { n, kind })}
      className="rounded-lg border border-solid border-line bg-plaster/50"
    >
      <div className="flex h-9 items-center gap-0.5 pr-1 pl-2.5">
        <span
          aria-hidden
          className="mr-1.5 flex size-[18px] shrink-0 items-center justify-center rounded-full bg-brand-soft text-[11px] font-semibold text-brand-deep"
        >
          {n}
        </span>
        <span className="min-w-0 flex-1 truncate text-[13px] font-medium text-ink">{kind}</span>
        <Button
          {...button}
          icon={<ArrowUpOutlined />}
          aria-label={t('up', { n })}
          disabled={isDisabled || !onUp}
          onClick={onUp}
        />
        <Button
          {...button}
          icon={<ArrowDownOutlined />}
          aria-label={t('down', { n })}
          disabled={isDisabled || !onDown}
          onClick={onDown}
        />
        <Button
          {...button}
          icon={<DeleteOutlined />}
          aria-label={t('remove', { n })}
          disabled={isDisabled}
          onClick={onRemove}
        />
      </div>
      {(wanted || (inputs && inputs.length > 0)) && (
        <div className="flex flex-col gap-3 border-0 border-t border-solid border-line px-2.5 pt-2 pb-3">
          {wanted && (
            <ActionTarget
              block={block}
              call={call}
              wanted={wanted}
              target={target}
              anchors={anchors}
              isDisabled={isDisabled}
              onChange={onChange}
            />
          )}
          {inputs && inputs.length > 0 && (
            <ActionInputs
              // Another action of another tool is told other things: what was typed is not meant for it.
              key={call.kind === 'tool' ? `${target?.type}.${call.action}` : call.kind}
              block={block}
              definition={definition}
              event={event}
              inputs={inputs}
              anchors={anchors}
              values={call.inputs}
              toolType={call.kind === 'tool' ? target?.type : undefined}
              isDisabled={isDisabled}
              onChange={(next, mergeKey) => onChange(withInputs(call, next), mergeKey)}
            />
          )}
        </div>
      )}
    </li>
  )
}
