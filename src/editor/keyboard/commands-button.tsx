'use client'

import { SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { useEditorStore } from '../store/context'
import { ariaKeys, keyText } from './key-text'

/** Opens the command palette, and tells by which keys it is opened. */
export function CommandsButton() {
  const store = useEditorStore()
  const t = useTranslations('editor.keyboard')
  return (
    <Button
      type="text"
      icon={<SearchOutlined />}
      aria-label={`${t('paletteLabel')} ${keyText('Mod+K')}`}
      aria-keyshortcuts={ariaKeys(['Mod+K'])}
      title={t('paletteLabel')}
      onClick={() => store.setState({ dialog: 'commands' })}
    >
      <span className="hidden text-xs text-ink-faint min-[1680px]:inline">{keyText('Mod+K')}</span>
    </Button>
  )
}
