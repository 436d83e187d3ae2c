'use client'

import { InputNumber, Segmented, Select, Switch } from 'antd'
import { useTranslations } from 'next-intl'
import type { FieldDescription } from '@/schemas/field'
import { InstantPicker } from '../instant-picker'
import { MoneyInput } from '../money-input'
import { ColourField } from './colour-field'
import { useFieldContext } from './field-context'
import { ImageField } from './image-field'
import { LinkField } from './link-field'
import { RichTextField } from './rich-text-field'
import { TextField } from './text-field'
import type { Values } from './types'

export interface FieldControlProps {
  id: string
  label: string
  labelKey: string
  field: FieldDescription['field']
  optional: boolean
  value: unknown
  /** The element that says what is wrong; undefined while nothing is. */
  errorId: string | undefined
  /** `also` sets properties beside it that follow from it. */
  onChange: (value: unknown, isContinuous: boolean, also?: Values) => void
}

/** The width of the inspector's fields, px: segments that need more would be cut there. */
const SEGMENTS_MAX_PX = 288
const SEGMENT_PADDING_PX = 22

/** About how wide a label is drawn, px: a Chinese character takes twice a Latin letter's room. */
function labelWidth(label: string): number {
  return [...label].reduce(
    (width, character) => width + (character > '\u00ff' ? 14 : 7.5),
    SEGMENT_PADDING_PX,
  )
}

/** What edits one value, by its kind. */
export function FieldControl(props: FieldControlProps) {
  const { id, label, labelKey, field, optional, value, errorId, onChange } = props
  const { labels, renderReward, renderProducts, isDisabled } = useFieldContext()
  const t = useTranslations('fields')
  const aria = { 'aria-invalid': errorId ? true : undefined, 'aria-describedby': errorId }
  const status = errorId ? ('error' as const) : undefined
  const text = typeof value === 'string' ? value : ''
  const cleared = (next: unknown) => next === null || next === undefined

  switch (field.kind) {
    case 'text':
      return <TextField {...props} {...field} value={text} />
    case 'link':
      return <LinkField {...props} value={text} isAnchorOnly={field.anchorOnly} />
    case 'image':
      return (
        <ImageField
          {...props}
          isInList={labelKey.includes('.')}
          value={text}
          sizeFields={field.sizeFields}
          tintField={field.tintField}
        />
      )
    case 'richText':
      return <RichTextField {...props} />
    case 'colour':
      return <ColourField {...props} value={text} />
    case 'number': {
      const scale = 10 ** (field.decimals ?? 0)
      return (
        <InputNumber<number>
          {...aria}
          id={id}
          className="w-full"
          status={status}
          disabled={isDisabled}
          value={typeof value === 'number' ? value / scale : null}
          min={field.min / scale}
          max={field.max / scale}
          step={field.step / scale}
          // A fixed number of decimals would show needless zeros: what is typed beyond is rounded.
          precision={field.decimals ? undefined : 0}
          suffix={field.unit}
          placeholder={optional ? t('unset') : undefined}
          onChange={(next) => {
            // An emptied field is somebody about to type; only an optional value can be none.
            if (next !== null) onChange(Math.round(next * scale), true)
            else if (optional) onChange(undefined, true)
          }}
        />
      )
    }
    case 'money':
      return (
        <MoneyInput
          {...aria}
          id={id}
          status={status}
          disabled={isDisabled}
          value={typeof value === 'number' ? value : null}
          min={field.min}
          max={field.max}
          onChange={(next) => {
            if (!cleared(next) || optional) onChange(next ?? undefined, true)
          }}
        />
      )
    case 'switch':
      return (
        <Switch
          id={id}
          size="small"
          aria-label={label}
          disabled={isDisabled}
          checked={value === true}
          onChange={(next) => onChange(next, false)}
        />
      )
    case 'select': {
      const options = field.options.map((option) => ({
        value: option,
        label: labels.options?.[labelKey]?.[option] ?? option,
      }))
      const width = options.reduce((sum, option) => sum + labelWidth(option.label), 0)
      if (!optional && options.length <= 4 && width <= SEGMENTS_MAX_PX) {
        return (
          <Segmented
            id={id}
            block
            aria-label={label}
            disabled={isDisabled}
            options={options}
            value={text}
            onChange={(next) => onChange(next, false)}
          />
        )
      }
      return (
        <Select
          {...aria}
          id={id}
          className="w-full"
          aria-label={label}
          status={status}
          disabled={isDisabled}
          allowClear={optional}
          options={options}
          value={text || undefined}
          onChange={(next) => onChange(next, false)}
        />
      )
    }
    case 'instant':
      return (
        <InstantPicker
          {...aria}
          id={id}
          aria-label={label}
          disabled={isDisabled}
          value={text || null}
          onChange={(next) => {
            if (next !== null || optional) onChange(next ?? undefined, false)
          }}
        />
      )
    case 'reward':
      return renderReward?.({
        id,
        label,
        value: text,
        onChange: (next) => onChange(next, false),
        isDisabled,
        isInvalid: errorId !== undefined,
      })
    case 'products':
      return renderProducts?.picked({
        id,
        label,
        max: field.max,
        value: Array.isArray(value) ? (value as string[]) : [],
        onChange: (next) => onChange(next, false),
        isDisabled,
        isInvalid: errorId !== undefined,
      })
    case 'productGroup':
      return renderProducts?.group({
        id,
        label,
        value: text,
        onChange: (next) => onChange(next, false),
        isDisabled,
        isInvalid: errorId !== undefined,
      })
    // These draw their own labels.
    case 'actions':
    case 'list':
    case 'regions':
      return null
  }
}
