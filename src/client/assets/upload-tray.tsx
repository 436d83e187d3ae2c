'use client'

import { CheckCircleFilled, CloseOutlined, ExclamationCircleFilled, ReloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import type { QueuedUpload } from './upload-queue'

const ORDER = { failed: 0, sending: 1, waiting: 2, done: 3 }

interface UploadTrayProps {
  uploads: readonly QueuedUpload[]
  onCancel: (id: number) => void
  onRetry: (id: number) => void
  onClear: () => void
}

/** Files on their way: how far each is, and what became of it. Nothing while there are none. */
export function UploadTray({ uploads, onCancel, onRetry, onClear }: UploadTrayProps) {
  const t = useTranslations('assets.upload')
  if (uploads.length === 0) return null
  const done = uploads.filter(({ state }) => state === 'done').length
  const failed = uploads.filter(({ state }) => state === 'failed').length
  const isOver = done + failed === uploads.length
  // What arrived is in the list below; what failed waits for somebody, so it stands first.
  const rows = uploads
    .filter(({ state }) => !isOver || state === 'failed')
    .toSorted((a, b) => ORDER[a.state] - ORDER[b.state])
  return (
    <section
      aria-label={t('label')}
      className="overflow-hidden rounded-md border border-solid border-line bg-white"
    >
      <header
        className={`flex items-center justify-between gap-2 px-3 py-1.5 ${
          rows.length > 0 ? 'border-0 border-b border-solid border-line' : ''
        }`}
      >
        <p className="m-0 text-[13px] text-ink" role="status">
          {isOver ? t('over', { done, failed }) : t('progress', { done, total: uploads.length })}
        </p>
        {isOver && (
          <Button type="link" size="small" className="px-0!" onClick={onClear}>
            {t('clear')}
          </Button>
        )}
      </header>
      <ul className="m-0 max-h-52 list-none overflow-y-auto p-0">
        {rows.map((upload) => (
          <Row key={upload.id} upload={upload} onCancel={onCancel} onRetry={onRetry} />
        ))}
      </ul>
    </section>
  )
}

interface RowProps {
  upload: QueuedUpload
  onCancel: (id: number) => void
  onRetry: (id: number) => void
}

function Row({ upload, onCancel, onRetry }: RowProps) {
  const { id, name, state, percent, problem, canRetry } = upload
  const t = useTranslations('assets.upload')
  return (
    <li className="px-3 py-2 not-last:border-0 not-last:border-b not-last:border-solid not-last:border-line">
      <div className="flex items-center gap-2">
        {state === 'done' && <CheckCircleFilled className="text-positive" />}
        {state === 'failed' && <ExclamationCircleFilled className="text-negative" />}
        <span className="min-w-0 flex-1 truncate text-[13px] text-ink" title={name}>
          {name}
        </span>
        <span className="text-xs tabular-nums text-ink-faint">
          {state === 'waiting' && t('waiting')}
          {state === 'sending' && (percent < 100 ? `${percent}%` : t('drawing'))}
        </span>
        {state === 'failed' && canRetry && (
          <Button
            type="text"
            size="small"
            icon={<ReloadOutlined />}
            aria-label={t('retry', { name })}
            title={t('retry', { name })}
            onClick={() => onRetry(id)}
          />
        )}
        {state !== 'done' && (
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t(state === 'failed' ? 'dismiss' : 'cancel', { name })}
            title={t(state === 'failed' ? 'dismiss' : 'cancel', { name })}
            onClick={() => onCancel(id)}
          />
        )}
      </div>
      {problem && (
        <p role="alert" className="mt-0.5 mb-0 text-xs leading-5 text-negative">
          {problem}
        </p>
      )}
      {state === 'sending' && (
        <div
          className="mt-1.5 h-1 overflow-hidden rounded-full bg-line"
          role="progressbar"
          aria-label={name}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
        >
          <div
            className={`h-full bg-brand transition-[width] ${percent < 100 ? '' : 'animate-pulse motion-reduce:animate-none'}`}
            style={{ width: `${percent}%` }}
          />
        </div>
      )}
    </li>
  )
}
