'use client'

import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CaretRightOutlined,
  DeleteOutlined,
  PlusOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { FieldDescription } from '@/schemas/field'
import { useFieldContext } from './field-context'
import { emptyItem } from './group-fields'
import { patched } from './patched'
import type { FieldChange, FieldPath, Values } from './types'
import { useItemKeys } from './use-item-keys'

interface ListFieldProps {
  id: string
  label: string
  field: { min: number; max: number }
  items: readonly FieldDescription[]
  value: readonly Values[]
  path: FieldPath
  listName: string
  error: string | undefined
  onChange: (list: Values[], change: Omit<FieldChange, 'patch'>) => void
}

/** A list of objects: each can be changed, moved and removed, and more can be added. */
export function ListField(props: ListFieldProps) {
  const { id, label, field, items, value, path, listName, error, onChange } = props
  const { isDisabled, errors, nameReward, Fields } = useFieldContext()
  const t = useTranslations('fields.list')
  const keys = useItemKeys(value.length)
  const [openKey, setOpenKey] = useState<number>()
  const once = { path, isContinuous: false }

  function add() {
    const key = keys.insert()
    setOpenKey(key)
    onChange([...value, emptyItem(items, new Date())], once)
  }
  function remove(index: number) {
    keys.remove(index)
    onChange(value.toSpliced(index, 1), once)
  }
  function swap(index: number, other: number) {
    const [a, b] = [value[index], value[other]]
    if (!a || !b) return
    keys.swap(index, other)
    onChange(value.with(index, b).with(other, a), once)
  }

  return (
    <section aria-labelledby={id} data-field={path.join('.')}>
      <h4
        id={id}
        className="mt-0 mb-2 flex items-baseline justify-between text-[13px] leading-5 font-normal text-ink-soft"
      >
        {label}
        <span className="text-xs tabular-nums text-ink-faint">
          {value.length}/{field.max}
        </span>
      </h4>
      <ol className="m-0 flex list-none flex-col gap-2 p-0">
        {value.map((item, index) => {
          const key = keys.at(index)
          return (
            <ListItem
              key={key}
              place={[...path, index].join('.')}
              number={index + 1}
              summary={summaryOf(items, item, nameReward)}
              hasProblem={Object.keys(errors).some((at) => at.startsWith(`${[...path, index].join('.')}.`))}
              isOpen={openKey === key}
              onToggle={() => setOpenKey(openKey === key ? undefined : key)}
              onUp={index > 0 ? () => swap(index, index - 1) : undefined}
              onDown={index < value.length - 1 ? () => swap(index, index + 1) : undefined}
              onRemove={value.length > field.min ? () => remove(index) : undefined}
            >
              <Fields
                fields={items}
                value={item}
                path={[...path, index]}
                listName={listName}
                onChange={(change) => onChange(value.with(index, patched(item, change.patch)), change)}
              />
            </ListItem>
          )
        })}
      </ol>
      {error && (
        <p role="alert" className="mt-1 mb-0 text-xs leading-5 text-negative">
          {error}
        </p>
      )}
      <Button
        block
        type="dashed"
        className={value.length > 0 || error ? 'mt-2' : ''}
        icon={<PlusOutlined />}
        disabled={isDisabled || value.length >= field.max}
        onClick={add}
        aria-label={`${t('add')}: ${label}`}
      >
        {value.length >= field.max ? t('full', { max: field.max }) : t('add')}
      </Button>
    </section>
  )
}

/** What tells an item from the others: its first text or reward that is filled in. */
function summaryOf(
  items: readonly FieldDescription[],
  item: Values,
  nameReward: ((rewardId: string) => string | undefined) | undefined,
): string {
  for (const { name, field } of items) {
    const value = item[name]
    if (typeof value !== 'string' || value.trim() === '') continue
    const summary = field.kind === 'reward' ? nameReward?.(value) : field.kind === 'text' ? value : undefined
    if (summary) return summary
  }
  return ''
}

interface ListItemProps {
  /** Its path in the form, joined with dots. */
  place: string
  number: number
  summary: string
  /** Something in it has to be put right. */
  hasProblem: boolean
  isOpen: boolean
  onToggle: () => void
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  onRemove: (() => void) | undefined
  children: ReactNode
}

function ListItem(props: ListItemProps) {
  const { place, number, summary, hasProblem, isOpen, onToggle, onUp, onDown, onRemove, children } = props
  const { isDisabled } = useFieldContext()
  const t = useTranslations('fields.list')
  const tools = [
    { name: t('up', { number }), icon: <ArrowUpOutlined />, act: onUp },
    { name: t('down', { number }), icon: <ArrowDownOutlined />, act: onDown },
    { name: t('remove', { number }), icon: <DeleteOutlined />, act: onRemove },
  ]
  return (
    <li data-field={place} className="rounded-md border border-solid border-line bg-white">
      <div className="flex items-center pr-1">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={[t(isOpen ? 'collapse' : 'expand', { number }), summary, hasProblem && t('problem')]
            .filter(Boolean)
            .join(' ')}
          onClick={onToggle}
          className="flex h-9 min-w-0 flex-1 cursor-pointer items-center gap-2 border-0 bg-transparent px-2.5 text-left text-[13px] text-ink"
        >
          <CaretRightOutlined
            className={`text-[10px] text-ink-faint transition-transform ${isOpen ? 'rotate-90' : ''}`}
          />
          <span className="truncate">{summary || t('item', { number })}</span>{' '}
          {hasProblem && <span className="shrink-0 text-xs text-negative">{t('problem')}</span>}
        </button>
        {!isDisabled &&
          tools.map(({ name, icon, act }) => (
            <Button
              key={name}
              type="text"
              size="small"
              aria-label={name}
              title={name}
              icon={icon}
              disabled={!act}
              onClick={act}
            />
          ))}
      </div>
      {isOpen && <div className="border-0 border-t border-solid border-line p-3">{children}</div>}
    </li>
  )
}
