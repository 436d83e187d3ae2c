'use client'

import { OrderedListOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { useEditor, useEditorStore } from '../store/context'
import { HistoryList } from './history-list'

/** Opens the list of what was done to the page. */
export function HistoryButton() {
  const store = useEditorStore()
  const t = useTranslations('editor.history')
  const isOpen = useEditor((state) => state.dialog === 'history')
  const button = useRef<HTMLButtonElement>(null)

  function close() {
    if (store.getState().dialog === 'history') store.setState({ dialog: null })
    button.current?.focus()
  }

  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={(next) => store.setState({ dialog: next ? 'history' : null })}
      destroyOnHidden
      title={t('title')}
      content={
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc is for whatever in it has the focus.
        <div
          className="w-72"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            close()
          }}
        >
          <HistoryList />
        </div>
      }
    >
      <Button
        ref={button}
        type="text"
        icon={<OrderedListOutlined />}
        aria-label={t('title')}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        title={t('title')}
      />
    </Popover>
  )
}
