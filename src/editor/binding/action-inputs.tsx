'use client'

import { FunctionOutlined } from '@ant-design/icons'
import { Button, Select, Tooltip } from 'antd'
import { useTranslations } from 'next-intl'
import { useId, useMemo } from 'react'
import { FieldsForm } from '@/components/fields/fields-form'
import type { PageAnchor, RewardFieldProps } from '@/components/fields/types'
import { isReference } from '@/schemas/action-call'
import type { Block } from '@/schemas/page'
import { type ActionInput, referencesFor } from '@/src/document'
import type { AnyWidgetDefinition } from '@/widgets/kit/definition'
import { useRefusableForm } from '../inspector/use-refusable-form'
import type { ChangeResult } from '../store/change'
import { useWords } from '../words'
import { RewardInput } from './reward-input'
import { useBindingWords } from './use-binding-words'

interface ActionInputsProps {
  block: Block
  definition: AnyWidgetDefinition
  event: string | undefined
  inputs: readonly ActionInput[]
  anchors: readonly PageAnchor[]
  values: Readonly<Record<string, unknown>>
  /** The widget whose tool is played: it names the inputs of its actions. */
  toolType: string | undefined
  isDisabled: boolean
  onChange: (values: Readonly<Record<string, unknown>>, mergeKey?: string) => ChangeResult
}

const renderReward = (reward: RewardFieldProps) => <RewardInput {...reward} />

/** What the action is told: each value written down, or named. Made from the fields of its inputs. */
export function ActionInputs(props: ActionInputsProps) {
  return props.inputs.map((input) => <Input key={input.name} {...props} input={input} />)
}

function Input({ input, ...props }: ActionInputsProps & { input: ActionInput }) {
  const { block, definition, event, values, anchors, toolType, isDisabled, onChange } = props
  const t = useTranslations('editor.binding')
  const { ofWidget } = useWords()
  const refs = useMemo(() => referencesFor(input, definition, event), [input, definition, event])
  const value = values[input.name]
  const label =
    toolType === undefined
      ? t(`inputs.${input.name as 'link'}`)
      : (ofWidget(toolType)?.actionInputs?.[input.name] ?? input.name)
  const fields = useMemo(() => [input], [input])
  const labels = useMemo(() => ({ fields: { [input.name]: label } }), [input, label])
  const form = useRefusableForm(fields, isReference(value) ? {} : { [input.name]: value }, (next, change) =>
    onChange({ ...values, ...next }, change.isContinuous ? change.path.join('.') : undefined),
  )
  const set = (next: unknown) => onChange({ ...values, [input.name]: next })

  if (isReference(value)) {
    return (
      <ReferenceField
        label={label}
        refs={refs}
        value={value.ref}
        type={block.type}
        isDisabled={isDisabled}
        onPick={(ref) => set({ ref })}
        onLiteral={() => set('')}
      />
    )
  }
  const [first] = refs
  return (
    <div className="relative">
      {first !== undefined && (
        <div className="absolute -top-0.5 right-0 z-10">
          <SwitchButton
            text={t('useValue')}
            label={label}
            isDisabled={isDisabled}
            onClick={() => set({ ref: first })}
          />
        </div>
      )}
      <FieldsForm
        {...form}
        labels={labels}
        isDisabled={isDisabled}
        isCompact
        anchors={anchors}
        renderReward={renderReward}
      />
    </div>
  )
}

interface ReferenceFieldProps {
  label: string
  refs: readonly string[]
  value: string
  /** The widget whose event it is. */
  type: string
  isDisabled: boolean
  onPick: (ref: string) => void
  onLiteral: () => void
}

function ReferenceField({ label, refs, value, type, isDisabled, onPick, onLiteral }: ReferenceFieldProps) {
  const t = useTranslations('editor.binding')
  const { valueName } = useBindingWords(type)
  const id = useId()
  const isMisfit = !refs.includes(value)
  const sourceOf = (ref: string) => ref.slice(0, ref.indexOf('.')) as 'event' | 'member' | 'campaign' | 'page'
  const sources = [...new Set(refs.map(sourceOf))]
  return (
    <div>
      <div className="mb-1.5 flex items-center justify-between">
        <label htmlFor={id} className="text-[13px] leading-5 text-ink-soft">
          {label}
        </label>
        <SwitchButton isOn text={t('useLiteral')} label={label} isDisabled={isDisabled} onClick={onLiteral} />
      </div>
      <Select
        id={id}
        className="w-full"
        disabled={isDisabled}
        status={isMisfit ? 'error' : undefined}
        aria-describedby={isMisfit ? `${id}-error` : undefined}
        placeholder={t('chooseValue')}
        prefix={<FunctionOutlined className="text-brand" aria-hidden />}
        options={sources.map((source) => ({
          label: t(`sources.${source}`),
          options: refs
            .filter((ref) => sourceOf(ref) === source)
            .map((ref) => ({ value: ref, label: valueName(ref) })),
        }))}
        value={isMisfit ? undefined : value}
        onChange={onPick}
      />
      {isMisfit && (
        <p id={`${id}-error`} role="alert" className="mt-1 mb-0 text-xs leading-5 text-negative">
          {t('mismatch')}
        </p>
      )}
    </div>
  )
}

interface SwitchButtonProps {
  text: string
  label: string
  isOn?: boolean
  isDisabled: boolean
  onClick: () => void
}

/** Between a value that is written down and one that is named. */
function SwitchButton({ text, label, isOn = false, isDisabled, onClick }: SwitchButtonProps) {
  return (
    <Tooltip title={text}>
      <Button
        size="small"
        type="text"
        className={isOn ? 'text-brand' : 'text-ink-faint'}
        icon={<FunctionOutlined />}
        aria-label={`${label}：${text}`}
        aria-pressed={isOn}
        disabled={isDisabled}
        onClick={onClick}
      />
    </Tooltip>
  )
}
