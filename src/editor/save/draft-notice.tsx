'use client'

import { Modal } from 'antd'
import { useTranslations } from 'next-intl'
import { useFormatInstant } from '@/components/instant'
import { useLocalDraft } from './use-local-draft'
import { usePageSaver, useSaving } from './use-page-saver'

/** Offers what was edited here last time and never reached the server. */
export function DraftNotice() {
  const t = useTranslations('editor.draft')
  const saver = usePageSaver()
  const { revision, isDirty } = useSaving()
  const formatInstant = useFormatInstant()
  const { found, dismiss } = useLocalDraft(revision, isDirty)
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
      onOk={() => {
        if (found) saver.adopt(found.page)
        dismiss()
      }}
      onCancel={dismiss}
    >
      {found && (
        <p className="my-2 text-ink-soft">
          {t('text', { time: formatInstant(new Date(found.at).toISOString()) })}
          {found.revision !== revision && <span className="mt-2 block text-caution">{t('outdated')}</span>}
        </p>
      )}
    </Modal>
  )
}
