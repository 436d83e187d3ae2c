'use client'

import { DeleteOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import {
  CONDITION_FIELDS,
  CONDITION_OPS,
  type ConditionField,
  type ConditionFieldKind,
  type ConditionOp,
  type ConditionTest,
} from '@/schemas/condition-fields'
import type { Block } from '@/schemas/page'
import { definitionOf, walkPage } from '@/src/document'
import { useEditor, useEditorStore } from '../store/context'
import type { EditorStore } from '../store/editor-store'
import { useWords } from '../words'
import { ConditionValue } from './condition-value'
import { isFinished, newTest } from './edit-condition'
import { halvesOf } from './use-condition-words'

interface ConditionRowProps {
  /** Its place among its neighbours, from 1. */
  n: number
  test: ConditionTest
  /** The block that is shown or not. */
  block: Block
  isDisabled: boolean
  onChange: (test: ConditionTest, isContinuous: boolean) => void
  onRemove: () => void
}

const FIELDS = Object.keys(CONDITION_FIELDS) as ConditionField[]
const SOURCES = ['member', 'campaign', 'time', 'tool'] as const

/** One question: what is looked at, how it is compared, and with what. */
export function ConditionRow({ n, test, block, isDisabled, onChange, onRemove }: ConditionRowProps) {
  const store = useEditorStore()
  const t = useTranslations('editor.conditions')
  const { blockName } = useWords()
  const { field, op } = test
  const kind: ConditionFieldKind = CONDITION_FIELDS[field]
  const ops: readonly ConditionOp[] = CONDITION_OPS[kind.kind]
  const isTool = field.startsWith('tool.')
  const fact = isTool ? halvesOf(field)[1] : undefined
  const tools = useTools(block, isTool)
  const able = tools.filter(({ facts }) => fact !== undefined && facts.includes(fact))
  const fieldOptions = SOURCES.map((source) => ({
    label: t(`sources.${source}`),
    options: FIELDS.filter((name) => halvesOf(name)[0] === source).map((name) => ({
      value: name,
      label: t(`fields.${name}`),
    })),
  }))
  const sayOp = (each: ConditionOp) => {
    if (field === 'member.tags') return t(each === 'in' ? 'ops.hasAny' : 'ops.hasNone')
    return t(`ops.${each as 'in'}`)
  }

  function choose(next: ConditionField) {
    const asked = halvesOf(next)[1]
    const first = next.startsWith('tool.')
      ? toolsOf(store, block).find(({ facts }) => facts.includes(asked))
      : undefined
    onChange(newTest(next, new Date(), first?.block.id), false)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a width of its own.
    <div
      role="group"
      aria-label={t('test', { n })}
      className="flex flex-col gap-1.5 rounded-lg border border-solid border-line bg-plaster/50 p-2"
    >
      <div className="flex gap-1.5">
        <Select
          className="min-w-0 flex-1"
          aria-label={t('field')}
          disabled={isDisabled}
          options={fieldOptions}
          value={field}
          onChange={choose}
        />
        {ops.length > 1 && (
          <Select
            className="w-[88px] shrink-0"
            aria-label={t('op')}
            disabled={isDisabled}
            options={ops.map((each) => ({ value: each, label: sayOp(each) }))}
            value={op}
            onChange={(next) => onChange({ ...test, op: next }, false)}
          />
        )}
        <Button
          type="text"
          className="shrink-0 text-ink-faint"
          icon={<DeleteOutlined />}
          aria-label={t('removeTest', { n })}
          disabled={isDisabled}
          onClick={onRemove}
        />
      </div>
      {isTool && (
        <Select
          className="w-full"
          aria-label={t('tool')}
          disabled={isDisabled}
          placeholder={t('chooseTool')}
          notFoundContent={t('noTool')}
          options={able.map(({ block: each }) => ({ value: each.id, label: blockName(each) }))}
          value={able.some(({ block: each }) => each.id === test.block) ? test.block : undefined}
          onChange={(id) => onChange({ ...test, block: id }, false)}
        />
      )}
      <ConditionValue kind={kind} test={test} isDisabled={isDisabled} onChange={onChange} />
      {!isFinished(test) && (
        <p role="status" className="m-0 text-xs leading-5 text-caution">
          {isTool && able.length === 0 ? t('noTool') : t('unfinished')}
        </p>
      )}
    </div>
  )
}

interface AskedTool {
  block: Block
  /** What its tool can tell. */
  facts: string[]
}

/** The blocks whose tools can be asked. */
function toolsOf(store: EditorStore, { id }: Block): AskedTool[] {
  return [...walkPage(store.getState().page)].flatMap(({ block }) => {
    const facts = Object.keys(definitionOf(store.definitions, block.type)?.tells ?? {})
    return facts.length > 0 && block.tool && block.id !== id ? [{ block, facts }] : []
  })
}

const NONE: AskedTool[] = []

/** The same, for a question that is about one: other questions do not look through the page. */
function useTools(block: Block, isAsked: boolean): readonly AskedTool[] {
  const store = useEditorStore()
  const page = useEditor((state) => (isAsked ? state.page : undefined))
  return useMemo(() => (page ? toolsOf(store, block) : NONE), [store, page, block])
}
