'use client'

import { CloseCircleFilled, WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { blockOf, type Finding } from '@/src/document'
import { useEditor, useEditorStore } from '../store/context'
import { revealBlock } from '../store/reveal-block'
import { useWords } from '../words'

/** More than this nobody reads at once. */
const MAX_SHOWN = 50

/** What is wrong with the page, each with the way to it; first what stands in the way of publishing. */
export function FindingList({ findings, onGoTo }: { findings: readonly Finding[]; onGoTo: () => void }) {
  const store = useEditorStore()
  const t = useTranslations('editor.findings')
  const { blockName, sayFinding } = useWords()
  const page = useEditor((state) => state.page)
  if (findings.length === 0) return null
  const isError = ({ level }: Finding) => Number(level === 'error')
  const sorted = [...findings].sort((a, b) => isError(b) - isError(a))

  function goTo(id: string | null) {
    onGoTo()
    store.select(id)
    if (id !== null) revealBlock(store, id)
  }

  return (
    <ul aria-label={t('label')} className="m-0 flex max-h-72 list-none flex-col overflow-y-auto p-0">
      {sorted.slice(0, MAX_SHOWN).map(({ level, code, path }) => {
        const id = path[0] === 'blocks' && typeof path[1] === 'string' ? path[1] : undefined
        const block = id === undefined ? undefined : blockOf(page, id)
        return (
          <li
            key={`${code}:${path.join('.')}`}
            className="flex items-start gap-2.5 border-0 border-b border-solid border-line py-2 last:border-b-0"
          >
            <span
              role="img"
              aria-label={t(level)}
              className={`mt-1 leading-none ${level === 'error' ? 'text-[#c23b2e]' : 'text-[#d08b1b]'}`}
            >
              {level === 'error' ? <CloseCircleFilled /> : <WarningFilled />}
            </span>
            <span className="min-w-0 flex-1 text-[13px] leading-[22px] text-ink">
              <span className="font-medium">{block ? blockName(block) : t('page')}</span>
              <span className="mx-1.5 text-[#b9bfb9]">·</span>
              {sayFinding(code, block?.type)}
            </span>
            {(block || id === undefined) && (
              <Button type="link" size="small" onClick={() => goTo(block?.id ?? null)}>
                {t('goTo')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
