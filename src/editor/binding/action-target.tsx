'use client'

import { Select } from 'antd'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { PageAnchor } from '@/components/fields/types'
import type { ActionCall } from '@/schemas/action-call'
import type { Block } from '@/schemas/page'
import { definitionOf } from '@/src/document'
import type { ChangeResult } from '../store/change'
import { useEditorStore } from '../store/context'
import { targetsOf } from './targets-of'
import { useBindingWords } from './use-binding-words'

interface ActionTargetProps {
  block: Block
  call: ActionCall
  wanted: 'popup' | 'block' | 'tool'
  /** The block it leads to now; undefined when none is chosen, or it is gone. */
  target: Block | undefined
  anchors: readonly PageAnchor[]
  isDisabled: boolean
  onChange: (call: ActionCall) => ChangeResult
}

const NONE = { popup: 'noPopup', block: 'noBlock', tool: 'noTool' } as const

/** Which block the action is about, and of a tool what it is to do. */
export function ActionTarget({
  block,
  call,
  wanted,
  target,
  anchors,
  isDisabled,
  onChange,
}: ActionTargetProps) {
  const store = useEditorStore()
  const t = useTranslations('editor.binding')
  const { actionName } = useBindingWords(block.type)
  const id = useId()
  if (!('block' in call) && call.kind !== 'openPopup' && call.kind !== 'scrollTo' && call.kind !== 'tool')
    return null

  const names = new Map(anchors.map((anchor) => [anchor.id, anchor.name]))
  const blocks = targetsOf(store.getState().page, store.definitions, wanted, block.id)
  const options = blocks.map((each) => ({ value: each.id, label: names.get(each.id) ?? each.id }))
  const isGone = call.block !== undefined && !target
  const actions = Object.keys((target && definitionOf(store.definitions, target.type)?.actions) ?? {})

  function choose(chosen: string) {
    if (call.kind !== 'tool') {
      onChange({ ...call, block: chosen } as ActionCall)
      return
    }
    const type = store.getState().page.blocks[chosen]?.type ?? ''
    const [only, ...others] = Object.keys(definitionOf(store.definitions, type)?.actions ?? {})
    onChange({
      kind: 'tool',
      block: chosen,
      ...(only && others.length === 0 && { action: only }),
      inputs: {},
    })
  }

  return (
    <>
      <div>
        <label htmlFor={id} className="mb-1.5 block text-[13px] leading-5 text-ink-soft">
          {t(`target.${wanted}`)}
        </label>
        <Select
          id={id}
          className="w-full"
          disabled={isDisabled}
          status={isGone ? 'error' : undefined}
          placeholder={t(wanted === 'popup' ? 'choosePopup' : 'chooseBlock')}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent={t(NONE[wanted])}
          options={
            isGone ? [{ value: call.block ?? '', label: t('gone'), disabled: true }, ...options] : options
          }
          value={call.block}
          onChange={choose}
        />
        {options.length === 0 && (
          <p className="mt-1 mb-0 text-xs leading-5 text-caution">{t(NONE[wanted])}</p>
        )}
      </div>
      {call.kind === 'tool' && target && (
        <div>
          <label htmlFor={`${id}-action`} className="mb-1.5 block text-[13px] leading-5 text-ink-soft">
            {t('toolAction')}
          </label>
          <Select
            id={`${id}-action`}
            className="w-full"
            disabled={isDisabled}
            placeholder={t('chooseAction')}
            options={actions.map((action) => ({ value: action, label: actionName(target.type, action) }))}
            value={call.action}
            onChange={(action) => onChange({ kind: 'tool', block: target.id, action, inputs: {} })}
          />
        </div>
      )}
    </>
  )
}
