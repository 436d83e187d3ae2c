'use client'

import { PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Switch, type TableColumnsType } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DataTable } from '@/components/data-table'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { readFailure } from '@/src/client/failure'
import { FailureState, ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { useFailureWords } from '@/src/client/use-failure-words'
import { OrderRefusals } from './order-refusals'
import { RiskList } from './risk-list'
import type { RiskRuleRow } from './risk-rule'
import { RuleFormDrawer } from './rule-form-drawer'
import { SplitWindows } from './split-windows'

/** What keeps abusers out, and whom does it stop? */
export function RiskScreen() {
  const t = useTranslations('risk')
  const trpc = useTRPC()
  const canRead = useCan('grant.read')
  const canWrite = useCan('risk.write')
  const rules = useQuery(trpc.risk.rules.queryOptions(undefined, { enabled: canRead }))
  const [form, setForm] = useState<{ rule?: RiskRuleRow; isOpen: boolean }>()
  const columns = useColumns((rule) => setForm({ rule, isOpen: true }))
  if (!canRead) return <ForbiddenState />
  const create = canWrite && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setForm({ isOpen: true })}>
      {t('create')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} answer={t('answer')} action={create} />
      <DataTable<RiskRuleRow>
        label={t('list')}
        columns={columns}
        rows={rules.data?.rules}
        failure={
          rules.error && !rules.data && <FailureState error={rules.error} onRetry={() => rules.refetch()} />
        }
        isRefreshing={rules.isRefetching}
        empty={<EmptyState picture="calm" title={t('empty.title')} text={t('empty.text')} action={create} />}
      />
      <div className="mt-4 grid grid-cols-2 items-start gap-4 max-lg:grid-cols-1">
        <RiskList
          list="block"
          entries={rules.data?.blockList.entries}
          text={t('lists.blockText', { today: rules.data?.blockList.stopped.today ?? 0 })}
        />
        <RiskList list="allow" entries={rules.data?.allowList.entries} text={t('lists.allowText')} />
        <SplitWindows />
        <OrderRefusals />
      </div>
      {form && (
        <RuleFormDrawer
          isOpen={form.isOpen}
          rule={form.rule}
          onClose={() => setForm({ ...form, isOpen: false })}
        />
      )}
    </>
  )
}

/** What a rule does, in a line. */
function useTermsWords() {
  const t = useTranslations('risk')
  return (terms: RiskRuleRow['terms']): string => {
    switch (terms.kind) {
      case 'velocity':
        return t('says.velocity', {
          subject: t(`subjects.${terms.subject}`),
          minutes: terms.windowMinutes,
          max: terms.max,
        })
      case 'new_account':
        return t('says.new_account', { minutes: terms.waitMinutes })
      case 'duplicate_device':
        return t('says.duplicate_device', { max: terms.maxMembers })
      case 'help_ring':
        return t('says.help_ring', { days: terms.days, members: terms.maxMembers })
      case 'help_group':
        return t('says.help_group', { days: terms.days, members: terms.members, times: terms.times })
      case 'help_origin':
        return t(`says.help_origin.${terms.origin}`, { days: terms.days })
    }
  }
}

function useColumns(onEdit: (rule: RiskRuleRow) => void): TableColumnsType<RiskRuleRow> {
  const t = useTranslations('risk')
  const canWrite = useCan('risk.write')
  const say = useTermsWords()
  const figure = (name: 'today' | 'week' | 'members', width: number) => ({
    key: name,
    title: t(`columns.${name}`),
    width,
    align: 'right' as const,
    render: (_: unknown, { stopped }: RiskRuleRow) => (
      <span className={`tabular-nums ${stopped[name] > 0 ? 'font-medium' : 'text-ink-faint'}`}>
        {stopped[name].toLocaleString('zh-CN')}
      </span>
    ),
  })
  const columns: TableColumnsType<RiskRuleRow> = [
    {
      key: 'rule',
      title: t('columns.rule'),
      render: (_, { name, terms, isEnabled }) => (
        <div className={`leading-5 ${isEnabled ? '' : 'opacity-60'}`}>
          <span className="block font-medium">{name}</span>
          <span className="block text-[13px] text-ink-soft">{say(terms)}</span>
        </div>
      ),
    },
    {
      key: 'scope',
      title: t('columns.scope'),
      width: 200,
      render: (_, { campaign }) => (
        <span className="block max-w-44 truncate text-ink-soft">{campaign?.name ?? t('everywhere')}</span>
      ),
    },
    figure('today', 110),
    figure('week', 100),
    figure('members', 100),
    { key: 'on', title: t('columns.on'), width: 80, render: (_, rule) => <RuleSwitch rule={rule} /> },
  ]
  if (!canWrite) return columns
  return [
    ...columns,
    {
      key: 'actions',
      title: <span className="sr-only">{t('columns.actions')}</span>,
      width: 80,
      align: 'right',
      render: (_, rule) => (
        <Button
          type="link"
          size="small"
          aria-label={t('editOf', { name: rule.name })}
          onClick={() => onEdit(rule)}
        >
          {t('edit')}
        </Button>
      ),
    },
  ]
}

function RuleSwitch({ rule: { id, name, isEnabled } }: { rule: RiskRuleRow }) {
  const t = useTranslations('risk')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const canWrite = useCan('risk.write')
  const { message } = App.useApp()
  const { sayFailure } = useFailureWords()
  const turn = useMutation(
    trpc.risk.switchRule.mutationOptions({
      onSuccess: async (_, input) => {
        await queries.invalidateQueries({ queryKey: trpc.risk.rules.queryKey() })
        void message.success(t(input.isEnabled ? 'switched.on' : 'switched.off'))
      },
      onError: (error) => void message.error(sayFailure(readFailure(error))),
    }),
  )
  return (
    <Switch
      size="small"
      aria-label={t('switchOf', { name })}
      checked={isEnabled}
      disabled={!canWrite}
      loading={turn.isPending}
      onChange={(isOn) => turn.mutate({ id, isEnabled: isOn })}
    />
  )
}
