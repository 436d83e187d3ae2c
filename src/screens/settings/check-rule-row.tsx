'use client'

import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Segmented } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Instant } from '@/components/instant'
import { type CheckLevel, CheckLevel as Levels } from '@/schemas/check-rule'
import { readFailure } from '@/src/client/failure'
import { useCan } from '@/src/client/session'
import { type StaffOutput, useTRPC, useTRPCClient } from '@/src/client/trpc'
import { useFailureWords } from '@/src/client/use-failure-words'

export type CheckRuleRow = StaffOutput['checkRules']['list'][number]

/** One rule: what it looks for, how grave that is, and what was changed of it. */
export function RuleRow({ rule, onEdit }: { rule: CheckRuleRow; onEdit: () => void }) {
  const t = useTranslations('settings.checks')
  const canWrite = useCan('check.write')
  const { kind, level, terms, changed, note } = rule
  const hasTerms = Object.keys(terms).length > 0
  return (
    <li className="flex items-center gap-4 border-0 border-b border-solid border-line px-5 py-3 last:border-b-0">
      <div className={`min-w-0 flex-1 ${level === 'off' ? 'opacity-60' : ''}`}>
        <div className="flex items-center gap-2 leading-[22px]">
          <span className="font-medium text-ink">{t(`kinds.${kind}.name`)}</span>
          <Amount rule={rule} />
        </div>
        <div className="text-[13px] leading-5 text-ink-soft">{t(`kinds.${kind}.text`)}</div>
        {changed && (
          <div className="mt-0.5 text-xs leading-[18px] text-ink-faint">
            {t('changedBy', { name: changed.by })} <Instant at={changed.at} />
            {note && <span> · {note}</span>}
          </div>
        )}
      </div>
      <LevelSwitch rule={rule} />
      <Button
        className="w-16"
        disabled={!canWrite}
        aria-label={t(hasTerms ? 'editOf' : 'noteOf', { name: t(`kinds.${kind}.name`) })}
        onClick={onEdit}
      >
        {t(hasTerms ? 'edit' : 'note')}
      </Button>
    </li>
  )
}

/** How long its list is, or where its limit lies. */
function Amount({ rule: { kind, terms } }: { rule: CheckRuleRow }) {
  const t = useTranslations('settings.checks')
  const text = terms.words
    ? t('words', { count: terms.words.length })
    : terms.limit === undefined
      ? undefined
      : kind === 'prize_above_limit'
        ? `¥${(terms.limit / 100).toLocaleString('zh-CN')}`
        : `${terms.limit.toLocaleString('zh-CN')} KB`
  return text && <span className="rounded bg-[#f4f3ee] px-1.5 text-xs leading-5 text-ink-soft">{text}</span>
}

function LevelSwitch({ rule }: { rule: CheckRuleRow }) {
  const { kind, revision, level, terms, note } = rule
  const t = useTranslations('settings.checks')
  const client = useTRPCClient()
  const refresh = useRefreshRules()
  const canWrite = useCan('check.write')
  const { message } = App.useApp()
  const { sayFailure } = useFailureWords()
  const [isSaving, setSaving] = useState(false)

  async function set(next: CheckLevel) {
    setSaving(true)
    try {
      await client.checkRules.save.mutate({ kind, revision, level: next, terms, note })
      void message.success(t('saved'))
    } catch (error) {
      void message.error(sayFailure(readFailure(error)))
    } finally {
      await refresh()
      setSaving(false)
    }
  }
  return (
    <Segmented<CheckLevel>
      aria-label={t('levelOf', { name: t(`kinds.${kind}.name`) })}
      disabled={!canWrite || isSaving}
      value={level}
      options={Levels.options.map((value) => ({ value, label: t(`levels.${value}`) }))}
      onChange={(next) => void set(next)}
    />
  )
}

export function useRefreshRules() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: trpc.checkRules.list.queryKey() })
}
