'use client'

import { FontColorsOutlined } from '@ant-design/icons'
import { useEditorState } from '@tiptap/react'
import { Popover } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { THEME_INKS } from '@/schemas/rich-text'
import { ColourField } from './colour-field'
import { INK_SAMPLES } from './rich-text-extensions'
import type { ToolbarPartProps } from './rich-text-props'
import { ToolButton } from './rich-text-tool-button'

/** The colour of the selected text: one of the theme's, which follows it, or one that stays. */
export function RichTextInkMenu({ editor, isDisabled, onPress }: ToolbarPartProps) {
  const t = useTranslations('fields.richText')
  const [isOpen, setOpen] = useState(false)
  const ink = useEditorState({
    editor,
    selector: ({ editor }) => String(editor.getAttributes('ink').colour ?? ''),
  })
  const paint = (colour: string | undefined) =>
    onPress(() => {
      const chain = editor.chain()
      if (colour === undefined) chain.unsetMark('ink').run()
      else chain.setMark('ink', { colour }).run()
    })
  const themeInks = [undefined, ...THEME_INKS]

  return (
    <Popover
      trigger="click"
      placement="bottom"
      open={isOpen}
      onOpenChange={(next) => setOpen(next && !isDisabled)}
      content={
        <div className="flex w-52 flex-col gap-3">
          <div className="grid grid-cols-4 gap-1">
            {themeInks.map((name) => (
              <button
                key={name ?? 'text'}
                type="button"
                aria-pressed={ink === (name ?? '')}
                onClick={() => {
                  paint(name)
                  setOpen(false)
                }}
                className="flex cursor-pointer flex-col items-center rounded border-0 bg-transparent px-0 py-1 text-xs text-ink-soft hover:bg-[#eeede8] aria-pressed:bg-brand-soft"
              >
                <span className="text-lg leading-6 font-bold" style={{ color: name && INK_SAMPLES[name] }}>
                  A
                </span>
                {t(`inks.${name ?? 'text'}`)}
              </button>
            ))}
          </div>
          <ColourField
            id="rich-text-ink"
            label={t('colour')}
            value={ink.startsWith('#') ? ink : ''}
            optional
            errorId={undefined}
            onChange={(colour) => paint(colour)}
          />
        </div>
      }
    >
      <ToolButton
        label={t('colour')}
        icon={<FontColorsOutlined style={{ color: ink ? (INK_SAMPLES[ink] ?? ink) : undefined }} />}
        isActive={ink !== ''}
        isDisabled={isDisabled}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
      />
    </Popover>
  )
}
