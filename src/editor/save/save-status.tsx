'use client'

import {
  CheckCircleFilled,
  CloudSyncOutlined,
  DisconnectOutlined,
  ExclamationCircleFilled,
  LoadingOutlined,
} from '@ant-design/icons'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormatInstant } from '@/components/instant'
import type { SaveState } from './page-saver'
import { usePageSaver, useSaving } from './use-page-saver'

const LOOKS: Record<SaveState, { icon: ReactNode; className: string }> = {
  saved: { icon: <CheckCircleFilled />, className: 'text-positive' },
  unsaved: { icon: <CloudSyncOutlined />, className: 'text-ink-faint' },
  saving: { icon: <LoadingOutlined />, className: 'text-ink-faint' },
  offline: { icon: <DisconnectOutlined />, className: 'text-caution' },
  failed: { icon: <ExclamationCircleFilled />, className: 'text-negative' },
}

/** Says in a line whether the server has what is edited here, and leads to why it has not. */
export function SaveStatus() {
  const t = useTranslations('editor.status')
  const saver = usePageSaver()
  const formatInstant = useFormatInstant()
  const { state, savedAt } = useSaving()
  const { icon, className } = LOOKS[state]
  const time = savedAt && formatInstant(savedAt).slice(-5)
  return (
    <span
      role="status"
      aria-live="polite"
      data-testid="save-status"
      data-state={state}
      className={`flex items-center gap-1.5 text-[13px] whitespace-nowrap ${className}`}
    >
      <span aria-hidden="true">{icon}</span>
      {state === 'failed' ? (
        <button
          type="button"
          className="cursor-pointer border-0 bg-transparent p-0 text-[13px] text-negative underline"
          onClick={() => void saver.save()}
        >
          {t('details')}
        </button>
      ) : (
        <span className="text-ink-faint">
          {state === 'saved' && time ? t('savedAt', { time }) : t(state)}
        </span>
      )}
    </span>
  )
}
