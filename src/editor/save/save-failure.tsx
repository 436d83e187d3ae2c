'use client'

import { App, Modal } from 'antd'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useCan } from '@/src/client/session'
import { useFailureWords } from '@/src/client/use-failure-words'
import { FindingList } from '../checks/finding-list'
import { ClashDialog } from './clash-dialog'
import { usePageSaver, useSaving } from './use-page-saver'

/** Why saving failed when somebody asked for it, and what clashed with somebody else's work. */
export function SaveFailure() {
  useMergeNotice()
  return (
    <>
      <ProblemsDialog />
      <ClashDialog />
    </>
  )
}

/** Says that what others saved came in, when there is nothing to decide about it. */
function useMergeNotice() {
  const t = useTranslations('editor.save')
  const { message } = App.useApp()
  const { merges, clash } = useSaving()
  const told = useRef(0)
  useEffect(() => {
    if (merges > told.current && !clash) void message.info({ key: 'merged', content: t('merged') })
    told.current = merges
  }, [merges, clash, message, t])
}

function ProblemsDialog() {
  const t = useTranslations('editor.save')
  const saver = usePageSaver()
  const { failure, isAsked } = useSaving()
  const { sayFailure, sayRequestId } = useFailureWords()
  const canWrite = useCan('page.write')
  const close = saver.dismissFailure
  const findings =
    failure?.details.map(({ code, path }) => ({ level: 'error' as const, code, path: path ?? [] })) ?? []
  return (
    <Modal
      // Being offline is said in the status line, and ends by itself.
      open={failure !== undefined && isAsked && failure.code !== 'offline'}
      title={t('failedTitle')}
      width={520}
      onCancel={close}
      okText={t('retry')}
      cancelText={t('close')}
      onOk={() => void saver.save()}
    >
      <p className="mt-2 mb-1 text-ink">{!canWrite ? t('forbidden') : failure && sayFailure(failure)}</p>
      <p className="mt-0 mb-3 text-[13px] text-ink-faint">{t('kept')}</p>
      <FindingList findings={findings} onGoTo={close} />
      <p className="mt-2 mb-0 font-mono text-xs text-ink-faint">{failure && sayRequestId(failure)}</p>
    </Modal>
  )
}
