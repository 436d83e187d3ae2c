'use client'

import { App, Modal } from 'antd'
import { useTranslations } from 'next-intl'
import { useFormatInstant } from '@/components/instant'
import type { LocalDraft } from './local-draft'
import { useLocalDraft } from './use-local-draft'

/**
 * Keeps what is edited in this browser. What a tab left behind comes back by itself; where it
 * clashes with what was saved since, it is offered.
 */
export function DraftNotice() {
  const t = useTranslations('editor.draft')
  const { message } = App.useApp()
  const formatInstant = useFormatInstant()
  const timeOf = ({ at }: LocalDraft) => formatInstant(new Date(at).toISOString())
  const onRestored = (draft: LocalDraft) =>
    void message.success({ content: t('restored', { time: timeOf(draft) }) })
  const { found, restore, discard } = useLocalDraft(onRestored, t('step'))
  return (
    <Modal
      open={found !== undefined}
      title={t('title')}
      width={440}
      okText={t('restore')}
      cancelText={t('discard')}
      // Enter, pressed without reading, must not throw work away.
      okButtonProps={{ autoFocus: true }}
      cancelButtonProps={{ type: 'text' }}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      onOk={() => void restore()}
      onCancel={discard}
    >
      {found && <p className="my-2 text-ink-soft">{t('text', { time: timeOf(found) })}</p>}
    </Modal>
  )
}
