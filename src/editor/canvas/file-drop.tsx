'use client'

import { CloseOutlined } from '@ant-design/icons'
import { Progress } from 'antd'
import { useTranslations } from 'next-intl'
import { useFileDrag } from './use-file-drag'
import { useFileInsert } from './use-file-insert'

/** Pictures dropped from the desktop: how far they are, and what was wrong with any of them. */
export function FileDrop() {
  const t = useTranslations('editor.canvas.files')
  const { sending, problems, insert, cancel, dismiss } = useFileInsert()
  useFileDrag(insert)
  if (!sending && problems.length === 0) return null
  return (
    <section
      aria-label={t('label')}
      className="absolute bottom-4 left-1/2 z-20 w-80 -translate-x-1/2 rounded-lg bg-white px-4 py-3 text-[13px] text-ink shadow-[0_0_0_1px_#d5d6d0,0_12px_28px_-8px_rgb(27_36_34/0.35)]"
    >
      {sending && (
        <>
          <div className="flex items-center justify-between">
            <span role="status">{t('sending', { count: sending.count })}</span>
            <Dismiss label={t('cancel')} onPress={cancel} />
          </div>
          <Progress percent={sending.percent} size="small" aria-label={t('label')} />
        </>
      )}
      {problems.length > 0 && (
        <div role="alert">
          <div className="flex items-center justify-between font-medium">
            <span>{t('failed', { count: problems.length })}</span>
            {!sending && <Dismiss label={t('dismiss')} onPress={dismiss} />}
          </div>
          <ul className="m-0 mt-1 max-h-32 list-none overflow-y-auto p-0 text-ink-soft">
            {problems.map(({ id, name, message }) => (
              <li key={id} className="py-0.5">
                <span className="text-ink">{name}</span> {message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

function Dismiss({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className="flex size-6 cursor-pointer items-center justify-center rounded border-0 bg-transparent text-ink-faint hover:bg-[#f4f3ee] hover:text-ink"
      onClick={onPress}
    >
      <CloseOutlined />
    </button>
  )
}
