'use client'

import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, InputNumber, Select } from 'antd'
import { useTranslations } from 'next-intl'
import type { RiskSubject, RiskTerms } from '@/schemas/risk'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'
import { CampaignSelect } from '../campaigns/campaign-select'
import { FormDrawer } from '../form-drawer'
import type { RiskRuleRow } from './risk-rule'

interface Values {
  name: string
  kind: RiskTerms['kind']
  subject: RiskSubject
  max: number
  windowMinutes: number
  waitMinutes: number
  maxMembers: number
  campaignId?: string
}

const DEFAULTS = {
  kind: 'velocity',
  subject: 'ip_prefix',
  max: 30,
  windowMinutes: 60,
  waitMinutes: 60,
  maxMembers: 3,
} as const

function termsOf({ kind, subject, max, windowMinutes, waitMinutes, maxMembers }: Values): RiskTerms {
  switch (kind) {
    case 'velocity':
      return { kind, subject, max, windowMinutes }
    case 'new_account':
      return { kind, waitMinutes }
    case 'duplicate_device':
      return { kind, maxMembers }
  }
}

/** Makes a risk rule or changes one. */
export function RuleFormDrawer(props: {
  isOpen: boolean
  rule: RiskRuleRow | undefined
  onClose: () => void
}) {
  const { isOpen, rule, onClose } = props
  const t = useTranslations('risk')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { message } = App.useApp()

  async function save(values: Values) {
    const { name, campaignId } = values
    await client.risk.saveRule.mutate({ id: rule?.id, name, campaignId, terms: termsOf(values) })
    await queries.invalidateQueries({ queryKey: trpc.risk.rules.queryKey() })
    void message.success(t('form.saved'))
    onClose()
  }

  return (
    <FormDrawer<Values>
      isOpen={isOpen}
      title={t(rule ? 'form.editTitle' : 'form.createTitle')}
      submitLabel={t(rule ? 'form.submitEdit' : 'form.submitCreate')}
      initialValues={{ ...DEFAULTS, ...rule?.terms, name: rule?.name, campaignId: rule?.campaign?.id }}
      onSubmit={save}
      onClose={onClose}
      fieldOf={(path) => (path[0] === 'terms' ? path.slice(1) : path)}
    >
      <Form.Item
        name="name"
        label={t('form.name')}
        rules={[{ required: true, whitespace: true, message: t('form.nameRequired') }]}
      >
        <Input maxLength={40} placeholder={t('form.namePlaceholder')} />
      </Form.Item>
      <Form.Item name="kind" label={t('form.kind')}>
        <Select
          options={(['velocity', 'duplicate_device', 'new_account'] as const).map((kind) => ({
            value: kind,
            label: t(`kinds.${kind}`),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) => <TermsFields kind={getFieldValue('kind')} />}
      </Form.Item>
      <Form.Item name="campaignId" label={t('form.campaign')} extra={t('form.campaignHint')}>
        <CampaignSelect placeholder={t('everywhere')} chosen={rule?.campaign ?? undefined} />
      </Form.Item>
    </FormDrawer>
  )
}

function TermsFields({ kind }: { kind: RiskTerms['kind'] }) {
  const t = useTranslations('risk')
  const number = (
    name: 'max' | 'windowMinutes' | 'waitMinutes' | 'maxMembers',
    max: number,
    extra?: string,
  ) => (
    <Form.Item
      name={name}
      label={t(`form.${name}`)}
      extra={extra}
      rules={[{ required: true, message: t('form.required') }]}
    >
      <InputNumber min={1} max={max} precision={0} className="w-full!" />
    </Form.Item>
  )
  if (kind === 'new_account') return number('waitMinutes', 525_600, t('form.waitHint'))
  if (kind === 'duplicate_device') return number('maxMembers', 1_000)
  return (
    <>
      <Form.Item name="subject" label={t('form.subject')}>
        <Select
          options={(['member', 'device', 'ip_prefix'] as const).map((subject) => ({
            value: subject,
            label: t(`subjects.${subject}`),
          }))}
        />
      </Form.Item>
      <div className="grid grid-cols-2 gap-4">
        {number('max', 1_000_000)}
        {number('windowMinutes', 10_080)}
      </div>
      <p className="-mt-4 mb-6 text-[13px] text-ink-faint">{t('form.windowHint')}</p>
    </>
  )
}
