'use client'

import { ArrowLeftOutlined, EyeOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useCan } from '@/src/client/session'
import { ChecksBadge } from '../checks/checks-badge'
import { HistoryButton } from '../history/history-button'
import { CommandsButton } from '../keyboard/commands-button'
import { keyText } from '../keyboard/key-text'
import { Presence } from '../presence/presence'
import { SaveStatus } from '../save/save-status'
import { usePageSaver } from '../save/use-page-saver'
import { useEditor, useEditorStore } from '../store/context'
import { VersionsButton } from '../versions/versions-button'
import { ViewpointButton } from '../viewpoint/viewpoint-button'
import { useWords } from '../words'
import { DeviceControls } from './device-controls'

/** What concerns the page as a whole: its name, its history, how it is looked at, where it goes. */
export function TopBar({ onPublish }: { onPublish: () => void }) {
  const store = useEditorStore()
  const t = useTranslations('editor.topBar')
  const title = useEditor((state) => state.page.title)
  const mode = useEditor((state) => state.mode)
  const saver = usePageSaver()
  const canWrite = useCan('page.write')
  const canPublish = useCan('page.publish')
  const isPreview = mode === 'preview'

  return (
    <header className="z-10 flex h-14 shrink-0 items-center gap-2 border-0 border-b border-solid border-line bg-white px-3">
      <div className="flex min-w-0 flex-1 items-center gap-1 [&>.ant-btn]:shrink-0">
        <Link
          href="/pages"
          aria-label={t('back')}
          title={t('back')}
          className="flex size-8 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-[#f4f3ee] hover:text-ink"
        >
          <ArrowLeftOutlined />
        </Link>
        <h1 className="m-0 flex min-w-0 text-[15px] leading-6">
          <button
            type="button"
            title={title}
            onClick={() => store.select(null)}
            className="min-w-0 cursor-pointer truncate rounded-md border-0 bg-transparent px-2 py-1 font-semibold text-ink hover:bg-[#f4f3ee]"
          >
            {title}
          </button>
        </h1>
        <SaveStatus />
        {!isPreview && <span className="mx-2 h-5 w-px shrink-0 bg-line" />}
        {!isPreview && <HistoryButtons />}
        {!isPreview && <CommandsButton />}
      </div>
      <DeviceControls />
      <ViewpointButton />
      <div className="flex flex-1 items-center justify-end gap-2">
        <Presence />
        {!isPreview && <VersionsButton />}
        {!isPreview && <ChecksBadge />}
        <Button
          icon={<EyeOutlined />}
          type={isPreview ? 'primary' : 'default'}
          data-ends-preview={isPreview || undefined}
          onClick={() => store.setState({ mode: isPreview ? 'edit' : 'preview' })}
        >
          {t(isPreview ? 'endPreview' : 'preview')}
        </Button>
        <Tooltip title={keyText('Mod+S')}>
          <Button onClick={() => void saver.save()} disabled={!canWrite}>
            {t('save')}
          </Button>
        </Tooltip>
        <Button type="primary" disabled={!canPublish} onClick={onPublish}>
          {t('publish')}
        </Button>
      </div>
    </header>
  )
}

function HistoryButtons() {
  const store = useEditorStore()
  const t = useTranslations('editor.topBar')
  const { sayStep } = useWords()
  const previous = useEditor((state) => state.history.past.at(-1))
  const next = useEditor((state) => state.history.future[0])
  return (
    <>
      <IconButton
        label={t('undo')}
        hint={previous && t('undoStep', { step: sayStep(previous.name) })}
        shortcut={keyText('Mod+Z')}
        icon={<UndoOutlined />}
        isOff={!previous}
        onPress={store.undo}
      />
      <IconButton
        label={t('redo')}
        hint={next && t('redoStep', { step: sayStep(next.name) })}
        shortcut={keyText('Mod+Shift+Z')}
        icon={<RedoOutlined />}
        isOff={!next}
        onPress={store.redo}
      />
      <HistoryButton />
    </>
  )
}

interface IconButtonProps {
  label: string
  hint: string | undefined
  shortcut: string
  icon: ReactNode
  isOff: boolean
  onPress: () => void
}

function IconButton({ label, hint, shortcut, icon, isOff, onPress }: IconButtonProps) {
  return (
    <Tooltip title={hint && `${hint}  ${shortcut}`}>
      <Button type="text" aria-label={label} icon={icon} disabled={isOff} onClick={() => onPress()} />
    </Tooltip>
  )
}
