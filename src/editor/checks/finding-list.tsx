'use client'

import { CloseCircleFilled, WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import type { Finding } from '@/src/document'
import { useEditor, useEditorStore } from '../store/context'
import { goToFinding } from './go-to-finding'
import { useFindingWords } from './use-finding-words'

/** More than this nobody reads at once. */
const MOST_SHOWN = 100

/** Findings, each with what is wrong, where, how to mend it, and the way to it. */
export function FindingList({ findings, onGoTo }: { findings: readonly Finding[]; onGoTo?: () => void }) {
  const store = useEditorStore()
  const t = useTranslations('editor.checks')
  const page = useEditor((state) => state.page)
  const { say } = useFindingWords()
  if (findings.length === 0) return null
  return (
    <ul aria-label={t('list')} className="m-0 flex list-none flex-col p-0">
      {findings.slice(0, MOST_SHOWN).map((finding) => {
        const { where, says, mend } = say(page, finding)
        const isError = finding.level === 'error'
        return (
          <li
            key={`${finding.code}:${finding.path.join('.')}:${JSON.stringify(finding.params ?? {})}`}
            className="flex items-start gap-2.5 border-0 border-b border-solid border-line py-2.5 last:border-b-0"
          >
            <span
              role="img"
              aria-label={t(finding.level)}
              className={`mt-[3px] text-[14px] leading-none ${isError ? 'text-[#c23b2e]' : 'text-[#d08b1b]'}`}
            >
              {isError ? <CloseCircleFilled /> : <WarningFilled />}
            </span>
            <div className="min-w-0 flex-1 text-[13px] leading-5">
              <div className="flex items-baseline justify-between gap-2">
                <span className="min-w-0 truncate text-xs text-ink-faint" title={where}>
                  {where}
                </span>
                <Button
                  type="link"
                  size="small"
                  className="h-5! shrink-0 px-0!"
                  aria-label={t('goToOf', { where, says })}
                  onClick={() => {
                    onGoTo?.()
                    goToFinding(store, finding)
                  }}
                >
                  {t('goTo')}
                </Button>
              </div>
              <div className="text-ink">{says}</div>
              {mend && <div className="mt-0.5 text-xs leading-[18px] text-ink-soft">{mend}</div>}
            </div>
          </li>
        )
      })}
      {findings.length > MOST_SHOWN && (
        <li className="py-2 text-xs text-ink-faint">{t('more', { count: findings.length - MOST_SHOWN })}</li>
      )}
    </ul>
  )
}
