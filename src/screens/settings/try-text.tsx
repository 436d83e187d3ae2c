'use client'

import { Input, Tag } from 'antd'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Panel } from '@/components/panel'
import { CHECK_KINDS_OF } from '@/schemas/check-rule'
import { findWords } from '@/src/document'
import type { CheckRuleRow } from './check-rule-row'

/** Tries a text against every list of words, as a page with it would be. */
export function TryText({ rules }: { rules: readonly CheckRuleRow[] }) {
  const t = useTranslations('settings.checks')
  const id = useId()
  const [text, setText] = useState('')
  const found = CHECK_KINDS_OF.words.flatMap((kind) => {
    const rule = rules.find((each) => each.kind === kind)
    const words = rule && rule.level !== 'off' ? findWords(text, rule.terms.words ?? []) : []
    return words.length > 0 && rule ? [{ kind, level: rule.level, words }] : []
  })
  return (
    <Panel title={t('try.title')}>
      <label htmlFor={id} className="mb-2 block text-[13px] text-ink-soft">
        {t('try.text')}
      </label>
      <Input.TextArea
        id={id}
        value={text}
        maxLength={2_000}
        autoSize={{ minRows: 2, maxRows: 6 }}
        placeholder={t('try.placeholder')}
        onChange={({ target }) => setText(target.value)}
      />
      <div aria-live="polite" className="mt-3 min-h-6 text-[13px] leading-6" data-testid="try-result">
        {text.trim() !== '' && found.length === 0 && <span className="text-positive">{t('try.none')}</span>}
        {found.map(({ kind, level, words }) => (
          <div key={kind} className="flex flex-wrap items-center gap-1.5">
            <span className={level === 'error' ? 'text-negative' : 'text-caution'}>
              {t(`levels.${level}`)}
            </span>
            <span className="text-ink">{t(`kinds.${kind}.name`)}</span>
            {words.map((word) => (
              <Tag key={word} className="m-0!">
                {word}
              </Tag>
            ))}
          </div>
        ))}
      </div>
    </Panel>
  )
}
