'use client'

import { Button, Modal } from 'antd'
import { useTranslations } from 'next-intl'
import { useCan } from '@/src/client/session'
import { useFailureWords } from '@/src/client/use-failure-words'
import { FindingList } from '../publish/finding-list'
import { usePageSaver, useSaving } from './use-page-saver'

/** Why saving failed, where to put it right, and what to do about somebody else's version. */
export function SaveFailure() {
  const saver = usePageSaver()
  const { state, failure } = useSaving()
  const close = saver.dismissFailure
  const isConflict = failure?.code === 'conflict'
  // Being offline is said in the status line, and ends by itself.
  const isShown = failure !== undefined && failure.code !== 'offline' && state !== 'saving'
  return (
    <>
      <ConflictDialog isOpen={isShown && isConflict} onClose={close} />
      <ProblemsDialog isOpen={isShown && !isConflict} onClose={close} />
    </>
  )
}

function ConflictDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('editor.save')
  const saver = usePageSaver()
  return (
    <Modal
      open={isOpen}
      title={t('conflictTitle')}
      width={480}
      onCancel={onClose}
      footer={
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button danger onClick={() => void saver.takeTheirs()}>
            {t('takeTheirs')}
          </Button>
          <Button type="primary" danger onClick={() => void saver.overwrite()}>
            {t('overwrite')}
          </Button>
        </div>
      }
    >
      <p className="my-2 text-ink-soft">{t('conflictText')}</p>
    </Modal>
  )
}

function ProblemsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('editor.save')
  const saver = usePageSaver()
  const { failure } = useSaving()
  const { sayFailure, sayRequestId } = useFailureWords()
  const canWrite = useCan('page.write')
  const findings =
    failure?.details.map(({ code, path }) => ({ level: 'error' as const, code, path: path ?? [] })) ?? []
  return (
    <Modal
      open={isOpen}
      title={t('failedTitle')}
      width={520}
      onCancel={onClose}
      okText={t('retry')}
      cancelText={t('close')}
      onOk={() => void saver.save()}
    >
      <p className="mt-2 mb-1 text-ink">{!canWrite ? t('forbidden') : failure && sayFailure(failure)}</p>
      <p className="mt-0 mb-3 text-[13px] text-ink-faint">{t('kept')}</p>
      <FindingList findings={findings} onGoTo={onClose} />
      <p className="mt-2 mb-0 font-mono text-xs text-ink-faint">{failure && sayRequestId(failure)}</p>
    </Modal>
  )
}
