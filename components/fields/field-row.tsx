'use client'

import { useTranslations } from 'next-intl'
import { type FocusEvent, useId, useState } from 'react'
import type { ActionCall } from '@/schemas/action-call'
import type { FieldDescription } from '@/schemas/field'
import type { Region } from '@/schemas/region'
import { useFieldContext } from './field-context'
import { FieldControl } from './field-control'
import { ListField } from './list-field'
import { PuzzleField } from './puzzle-field'
import { RegionsField } from './regions-field'
import type { FieldChange, FieldPath, Values } from './types'

interface FieldRowProps {
  description: FieldDescription
  value: unknown
  /** The object it is a property of. */
  owner: Values
  path: FieldPath
  labelKey: string
  onChange: (change: FieldChange) => void
}

/** Kinds so short that their label can stand beside them. */
const SHORT_KINDS = new Set(['number', 'money', 'colour', 'switch'])

/** One property: its label, what edits it, and what is wrong with it. */
export function FieldRow(props: FieldRowProps) {
  const { description, value, owner, path, labelKey, onChange } = props
  const { name, field, optional } = description
  const { labels, errors, isCompact, isDisabled, renderActions } = useFieldContext()
  const t = useTranslations('fields')
  const id = useId()
  const label = labels.fields[labelKey] ?? name
  const { error, focusProps } = useCalmError(errors[path.join('.')])

  const setValue = (next: unknown, isContinuous: boolean, also?: Values) =>
    onChange({ patch: { ...also, [name]: next }, path, isContinuous })

  if (field.kind === 'list' && field.puzzle) {
    return (
      <PuzzleField
        id={id}
        label={label}
        field={{ max: field.max, puzzle: field.puzzle }}
        items={description.items ?? []}
        owner={owner}
        value={Array.isArray(value) ? (value as Values[]) : []}
        path={path}
        listName={labelKey}
        error={error}
        onChange={(list, change) => onChange({ ...change, patch: { [name]: list } })}
      />
    )
  }

  if (field.kind === 'list') {
    return (
      <ListField
        id={id}
        label={label}
        field={field}
        items={description.items ?? []}
        value={Array.isArray(value) ? (value as Values[]) : []}
        path={path}
        listName={labelKey}
        error={error}
        onChange={(list, change) => onChange({ ...change, patch: { [name]: list } })}
      />
    )
  }

  if (field.kind === 'regions') {
    return (
      <RegionsField
        id={id}
        label={label}
        field={field}
        owner={owner}
        value={Array.isArray(value) ? (value as Region[]) : []}
        path={path}
        error={error}
        onChange={(regions, change) => onChange({ ...change, patch: { [name]: regions } })}
      />
    )
  }

  if (field.kind === 'actions') {
    return (
      <div data-field={path.join('.')}>
        {renderActions?.({
          label,
          value: Array.isArray(value) ? (value as ActionCall[]) : [],
          isDisabled,
          onChange: (calls, mergeKey) =>
            onChange({
              patch: { [name]: calls.length > 0 ? calls : undefined },
              path: mergeKey === undefined ? path : [...path, mergeKey],
              isContinuous: mergeKey !== undefined,
            }),
        })}
      </div>
    )
  }

  const isRequired = field.kind === 'reward' && field.isRequired
  const isBeside = field.kind === 'switch' || (isCompact && SHORT_KINDS.has(field.kind))
  return (
    <div {...focusProps} data-field={path.join('.')}>
      <div className={isBeside ? 'flex min-h-8 items-center justify-between gap-3' : ''}>
        <label
          htmlFor={id}
          className={`text-[13px] leading-5 text-ink-soft ${isBeside ? 'min-w-0' : 'mb-1.5 block'}`}
        >
          {label}
          {/* A narrow pane is mostly optional values: saying so of each would say nothing. */}
          {optional && !isCompact && (
            <span className="ml-1.5 text-xs text-ink-faint">{t(isRequired ? 'required' : 'optional')}</span>
          )}
        </label>
        <div className={isBeside && field.kind !== 'switch' ? 'w-36 shrink-0' : ''}>
          <FieldControl
            id={id}
            label={label}
            labelKey={labelKey}
            field={field}
            optional={optional}
            value={value}
            errorId={error ? `${id}-error` : undefined}
            onChange={setValue}
          />
        </div>
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1 mb-0 text-xs leading-5 text-negative">
          {error}
        </p>
      )}
    </div>
  )
}

/**
 * An error waits until the field is left: half an address is wrong only when nobody is going on
 * typing it. One that was there before stays until it is put right.
 */
function useCalmError(error: string | undefined) {
  const [focusedWith, setFocusedWith] = useState<{ hadError: boolean }>()
  const isHeldBack = focusedWith !== undefined && !focusedWith.hadError
  return {
    error: isHeldBack ? undefined : error,
    focusProps: {
      onFocus: () => setFocusedWith((now) => now ?? { hadError: error !== undefined }),
      onBlur: (event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocusedWith(undefined)
      },
    },
  }
}
