'use client'

import { CloseCircleFilled } from '@ant-design/icons'
import { ColorPicker, Input } from 'antd'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useState } from 'react'
import { useFieldContext } from './field-context'

interface ColourFieldProps {
  id: string
  label: string
  value: string
  optional: boolean
  errorId: string | undefined
  onChange: (value: string | undefined, isContinuous: boolean) => void
}

/** Colours that campaign pages are made of: reds, golds, quiet grounds, ink. */
const COMMON = [
  '#E4002B',
  '#FF2D6F',
  '#B3122A',
  '#FF7A1A',
  '#FFC53D',
  '#F7E3B5',
  '#1F9D55',
  '#0F6B63',
  '#1677FF',
  '#6B3FA0',
  '#FFFFFF',
  '#FFF4F0',
  '#F5F5F0',
  '#8C8C8C',
  '#333333',
  '#111111',
]

/**
 * A press on the picker's surfaces leaves the focus in the field: leaving it would end the choice
 * at its first colour, and make the rest of the pull another step to undo.
 */
function keepFocus(event: MouseEvent) {
  const { target } = event
  if (target instanceof Element && !target.closest('input, button, [tabindex]')) event.preventDefault()
}

/** A colour: picked by eye, or typed. Moving over the picker is one continuous change. */
export function ColourField({ id, label, value, optional, errorId, onChange }: ColourFieldProps) {
  const { isDisabled } = useFieldContext()
  const t = useTranslations('fields.colour')
  // Half-typed values stay here: the page holds whole colours only.
  const [typed, setTyped] = useState<string>()

  function type(text: string) {
    const hex = text.trim().replace(/^#?/, text.trim() === '' ? '' : '#')
    setTyped(text)
    if (/^#[0-9a-fA-F]{6}$/.test(hex)) onChange(hex, true)
    else if (hex === '' && optional) onChange(undefined, true)
  }

  return (
    <div className="flex items-center gap-1.5">
      <ColorPicker
        // The picker wants some colour to start from, and warns of one that is transparent.
        value={value || '#FFFFFF'}
        disabled={isDisabled}
        disabledAlpha
        format="hex"
        disabledFormat
        presets={[{ label: t('theme'), colors: COMMON, key: 'common' }]}
        onChange={(colour) => onChange(colour.toHexString().slice(0, 7), true)}
        panelRender={(panel) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the focus where it is.
          <div onMouseDown={keepFocus}>{panel}</div>
        )}
        // Closing the picker ends the choice: the next one is another step to undo.
        onOpenChange={(isOpen) => {
          if (!isOpen && value) onChange(value, false)
        }}
      >
        <button
          type="button"
          disabled={isDisabled}
          aria-label={t('pick', { label })}
          className="size-8 shrink-0 cursor-pointer rounded-md border border-solid border-[#d5d6d0] p-[3px] disabled:cursor-not-allowed disabled:opacity-50"
        >
          <span
            className="block size-full rounded-[3px] shadow-[inset_0_0_0_1px_rgb(0_0_0/0.08)]"
            style={{
              background:
                value ||
                'linear-gradient(to top right, transparent 48%, #c23b2e 48% 52%, transparent 52%) #fff',
            }}
          />
        </button>
      </ColorPicker>
      <Input
        id={id}
        className="font-mono"
        maxLength={7}
        disabled={isDisabled}
        placeholder={t('none')}
        status={errorId ? 'error' : undefined}
        aria-describedby={errorId}
        value={typed ?? value.toUpperCase()}
        onChange={({ target }) => type(target.value)}
        onBlur={() => setTyped(undefined)}
        suffix={
          optional && value && !isDisabled ? (
            <button
              type="button"
              aria-label={t('clear')}
              className="cursor-pointer border-0 bg-transparent p-0 leading-none text-[#b9bfb9] hover:text-ink-faint"
              onClick={() => onChange(undefined, false)}
            >
              <CloseCircleFilled />
            </button>
          ) : (
            <span />
          )
        }
      />
    </div>
  )
}
