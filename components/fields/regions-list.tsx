'use client'

import { CopyOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import type { ActionCall } from '@/schemas/action-call'
import type { Region } from '@/schemas/region'
import { isHardToTap, sizeOnPhone } from '@/schemas/region-parts'
import { useFieldContext } from './field-context'
import { LinkField } from './link-field'
import type { RegionsCommand } from './regions-edits'
import { TextField } from './text-field'
import type { ActionsFieldProps, FieldPath } from './types'

interface RegionsListProps {
  regions: readonly Region[]
  /** The picture's height by its width. */
  ratio: number
  path: FieldPath
  selected: number | undefined
  isFull: boolean
  onSelect: (index: number) => void
  onWords: (index: number, words: Partial<Pick<Region, 'link' | 'label'>>) => void
  onActions: (index: number, calls: readonly ActionCall[], mergeKey: string | undefined) => void
  onCommand: (index: number, command: RegionsCommand) => void
}

/** What each region is called and where it leads. */
export function RegionsList(props: RegionsListProps) {
  const { regions, ratio, path, selected, isFull, onSelect, onWords, onActions, onCommand } = props
  const t = useTranslations('fields.regions')
  if (regions.length === 0) {
    return <p className="mt-10 mb-0 px-4 text-center text-[13px] text-ink-faint">{t('empty')}</p>
  }
  return (
    <ol className="m-0 flex list-none flex-col gap-2.5 p-0">
      {regions.map((region, index) => (
        <RegionItem
          // biome-ignore lint/suspicious/noArrayIndexKey: a region has no other name.
          key={index}
          region={region}
          number={index + 1}
          ratio={ratio}
          path={[...path, index]}
          isSelected={index === selected}
          isFull={isFull}
          onSelect={() => onSelect(index)}
          onWords={(words) => onWords(index, words)}
          onActions={(calls, mergeKey) => onActions(index, calls, mergeKey)}
          onCommand={(command) => onCommand(index, command)}
        />
      ))}
    </ol>
  )
}

interface RegionItemProps {
  region: Region
  number: number
  ratio: number
  path: FieldPath
  isSelected: boolean
  isFull: boolean
  onSelect: () => void
  onWords: (words: Partial<Pick<Region, 'link' | 'label'>>) => void
  onActions: ActionsFieldProps['onChange']
  onCommand: (command: RegionsCommand) => void
}

function RegionItem(props: RegionItemProps) {
  const { region, number, ratio, path, isSelected, isFull, onSelect, onWords, onActions, onCommand } = props
  const { errors, isDisabled, renderActions } = useFieldContext()
  const t = useTranslations('fields.regions')
  const id = useId()
  const item = useRef<HTMLLIElement>(null)
  const size = sizeOnPhone(region, ratio)
  const isSmall = isHardToTap(region, ratio)
  const errorOf = (name: string) => errors[[...path, name].join('.')]

  useEffect(() => {
    if (isSelected) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])

  return (
    <li
      ref={item}
      onFocusCapture={onSelect}
      className={`rounded-md border border-solid bg-white p-3 ${
        isSelected ? 'border-brand shadow-[0_0_0_1px_var(--color-brand)]' : 'border-line'
      }`}
    >
      <div className="mb-2 flex items-center gap-2">
        <span
          className={`flex size-5 items-center justify-center rounded-[4px] text-xs font-semibold ${
            isSelected ? 'bg-brand text-white' : 'bg-plaster text-ink-soft'
          }`}
        >
          {number}
        </span>
        <span
          className={`min-w-0 flex-1 truncate text-xs tabular-nums ${isSmall ? 'text-caution' : 'text-ink-faint'}`}
          title={isSmall ? t('small') : undefined}
        >
          {t(isSmall ? 'sizeSmall' : 'size', size)}
        </span>
        <Button
          type="text"
          size="small"
          icon={<CopyOutlined />}
          aria-label={t('duplicate', { number })}
          title={t('duplicate', { number })}
          disabled={isDisabled || isFull}
          onClick={() => onCommand({ kind: 'duplicate' })}
        />
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={t('remove', { number })}
          title={t('remove', { number })}
          disabled={isDisabled}
          onClick={() => onCommand({ kind: 'remove' })}
        />
      </div>
      <label htmlFor={`${id}-label`} className="mb-1 block text-xs leading-5 text-ink-soft">
        {t('label')}
      </label>
      <TextField
        id={`${id}-label`}
        value={region.label}
        max={60}
        multiline={false}
        optional={false}
        placeholder={t('labelPlaceholder')}
        errorId={errorOf('label') ? `${id}-label-error` : undefined}
        onChange={(label) => onWords({ label: label ?? '' })}
      />
      <Problem id={`${id}-label-error`} text={errorOf('label')} />
      <label htmlFor={`${id}-link`} className="mt-2 mb-1 block text-xs leading-5 text-ink-soft">
        {t('link')}
      </label>
      <LinkField
        id={`${id}-link`}
        value={region.link}
        optional={false}
        errorId={errorOf('link') ? `${id}-link-error` : undefined}
        onChange={(link) => onWords({ link: link ?? '' })}
      />
      <Problem id={`${id}-link-error`} text={errorOf('link')} />
      {renderActions && (
        <div data-field={[...path, 'actions'].join('.')} className="mt-3">
          {renderActions({
            label: t('actions'),
            value: region.actions ?? [],
            onChange: onActions,
            isDisabled,
          })}
        </div>
      )}
    </li>
  )
}

function Problem({ id, text }: { id: string; text: string | undefined }) {
  if (!text) return null
  return (
    <p id={id} role="alert" className="mt-1 mb-0 text-xs leading-5 text-negative">
      {text}
    </p>
  )
}
