'use client'

import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PageHeader } from '@/components/page-header'
import { Panel } from '@/components/panel'
import { CHECK_KINDS_OF, type CheckGroup } from '@/schemas/check-rule'
import { FailureState, ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { type CheckRuleRow, RuleRow } from './check-rule-row'
import { RuleDrawer } from './rule-drawer'
import { TryText } from './try-text'

const GROUPS: CheckGroup[] = ['words', 'law', 'links', 'content', 'tools']

/** What are pages checked for before they are published, and how grave is each finding? */
export function CheckRulesScreen() {
  const t = useTranslations('settings.checks')
  const trpc = useTRPC()
  const canRead = useCan('page.read')
  const rules = useQuery(trpc.checkRules.list.queryOptions(undefined, { enabled: canRead }))
  const [form, setForm] = useState<{ rule: CheckRuleRow; isOpen: boolean }>()
  if (!canRead) return <ForbiddenState />
  return (
    <>
      <PageHeader title={t('title')} answer={t('answer')} />
      {rules.error && !rules.data ? (
        <FailureState error={rules.error} onRetry={() => rules.refetch()} />
      ) : (
        <div className="flex flex-col gap-4">
          {rules.data && <TryText rules={rules.data} />}
          {GROUPS.map((group) => (
            <Panel key={group} title={t(`groups.${group}`)} isFlush>
              {rules.data ? (
                <ul className="m-0 list-none p-0">
                  {CHECK_KINDS_OF[group].map((kind) => {
                    const rule = rules.data.find((each) => each.kind === kind)
                    return (
                      rule && (
                        <RuleRow key={kind} rule={rule} onEdit={() => setForm({ rule, isOpen: true })} />
                      )
                    )
                  })}
                </ul>
              ) : (
                <div className="p-5">
                  <Skeleton active title={false} paragraph={{ rows: 4 }} />
                </div>
              )}
            </Panel>
          ))}
        </div>
      )}
      {form && (
        <RuleDrawer
          key={`${form.rule.kind} ${form.rule.revision}`}
          rule={form.rule}
          isOpen={form.isOpen}
          onClose={() => setForm({ ...form, isOpen: false })}
        />
      )}
    </>
  )
}
