'use client'

import { LinkOutlined } from '@ant-design/icons'
import { useEditorState } from '@tiptap/react'
import { Button, Popover } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isSafeLink } from '@/schemas/primitives'
import { LinkField } from './link-field'
import type { ToolbarPartProps } from './rich-text-props'
import { ToolButton } from './rich-text-tool-button'

/** Where the selected text leads. Without a selection the address itself becomes the text. */
export function RichTextLinkMenu({ editor, isDisabled, onPress }: ToolbarPartProps) {
  const t = useTranslations('fields.richText')
  const [draft, setDraft] = useState<string>()
  const href = useEditorState({
    editor,
    selector: ({ editor }) => String(editor.getAttributes('link').href ?? ''),
  })
  const link = draft ?? ''
  const isUnsafe = link !== '' && !isSafeLink(link)

  function apply(next: string) {
    setDraft(undefined)
    onPress(() => {
      const chain = editor.chain().focus().extendMarkRange('link')
      if (next === '') chain.unsetLink().run()
      else if (editor.state.selection.empty && href === '') {
        chain
          .insertContent({ type: 'text', text: next, marks: [{ type: 'link', attrs: { href: next } }] })
          .run()
      } else chain.setLink({ href: next }).run()
    })
  }

  return (
    <Popover
      trigger="click"
      placement="bottom"
      open={draft !== undefined}
      onOpenChange={(next) => setDraft(next && !isDisabled ? href : undefined)}
      destroyOnHidden
      content={
        <form
          className="flex w-64 flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            // A form in a popover is drawn inside the form around it, as far as events go.
            event.stopPropagation()
            if (!isUnsafe) apply(link)
          }}
        >
          <LinkField
            id="rich-text-link"
            value={link}
            optional={false}
            errorId={isUnsafe ? 'rich-text-link-error' : undefined}
            onChange={(next) => setDraft(next ?? '')}
          />
          {isUnsafe && (
            <p id="rich-text-link-error" role="alert" className="m-0 text-xs leading-5 text-negative">
              {t('unsafeLink')}
            </p>
          )}
          <div className="flex justify-end gap-2">
            {href !== '' && <Button onClick={() => apply('')}>{t('unlink')}</Button>}
            <Button type="primary" htmlType="submit" disabled={isUnsafe || link === ''}>
              {t('apply')}
            </Button>
          </div>
        </form>
      }
    >
      <ToolButton
        label={t('link')}
        icon={<LinkOutlined />}
        isActive={href !== ''}
        isDisabled={isDisabled}
        aria-haspopup="dialog"
        aria-expanded={draft !== undefined}
      />
    </Popover>
  )
}
