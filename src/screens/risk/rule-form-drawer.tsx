'use client'

import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, InputNumber, Select } from 'antd'
import { useTranslations } from 'next-intl'
import { MOST_DAYS, type RiskSubject, type RiskTerms } from '@/schemas/risk'

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
  ringMembers: number
  members: number
  times: number
  origin: 'device' | 'ip_prefix'
  days: number
  campaignId?: string
}

const DEFAULTS = {
  kind: 'velocity',
  subject: 'ip_prefix',
  max: 30,
  windowMinutes: 60,
  waitMinutes: 60,
  maxMembers: 3,
  ringMembers: 3,
  members: 3,
  times: 3,
  origin: 'device',
  days: 7,
} as const

const KINDS = [
  'velocity',
  'duplicate_device',
  'new_account',
  'help_ring',
  'help_group',
  'help_origin',
] as const

function termsOf(values: Values): RiskTerms {
  const { kind, subject, max, windowMinutes, waitMinutes, maxMembers, ringMembers, days } = values
  switch (kind) {
    case 'velocity':
      return { kind, subject, max, windowMinutes }
    case 'new_account':
      return { kind, waitMinutes }
    case 'duplicate_device':
      return { kind, maxMembers }
    case 'help_ring':
      return { kind, maxMembers: ringMembers, days }
    case 'help_group':
      return { kind, members: values.members, times: values.times, days }
    case 'help_origin':
      return { kind, origin: values.origin, days }
  }
}

/** A ring's size has a field of its own: it goes from 2 to 4. */
function valuesOf({ name, campaign, terms }: RiskRuleRow): Partial<Values> {
  const ring = terms.kind === 'help_ring' && {
    ringMembers: terms.maxMembers,
    maxMembers: DEFAULTS.maxMembers,
  }
  return { ...terms, ...ring, name, campaignId: campaign?.id }
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
      initialValues={{ ...DEFAULTS, ...(rule && valuesOf(rule)) }}
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
      <Form.Item name="kind" label={t('form.kind')} required>
        <Select options={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
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
  switch (kind) {
    case 'new_account':
      return <NumberField name="waitMinutes" max={525_600} extra={t('form.waitHint')} />
    case 'duplicate_device':
      return <NumberField name="maxMembers" max={1_000} />
    case 'velocity':
      return (
        <>
          <ChoiceField name="subject" choices={['member', 'device', 'ip_prefix']} />
          <div className="grid grid-cols-2 gap-4">
            <NumberField name="max" max={1_000_000} />
            <NumberField name="windowMinutes" max={10_080} />
          </div>
          <Hint text={t('form.windowHint')} />
        </>
      )
    case 'help_ring':
      return (
        <>
          <div className="grid grid-cols-2 gap-4">
            <NumberField name="ringMembers" min={2} max={4} />
            <NumberField name="days" max={MOST_DAYS} />
          </div>
          <Hint text={t('form.ringHint')} />
        </>
      )
    case 'help_group':
      return (
        <>
          <div className="grid grid-cols-3 gap-4">
            <NumberField name="members" min={2} max={20} />
            <NumberField name="times" max={1_000} />
            <NumberField name="days" max={MOST_DAYS} />
          </div>
          <Hint text={t('form.groupHint')} />
        </>
      )
    case 'help_origin':
      return (
        <>
          <div className="grid grid-cols-2 gap-4">
            <ChoiceField name="origin" choices={['device', 'ip_prefix']} />
            <NumberField name="days" max={MOST_DAYS} />
          </div>
          <Hint text={t('form.originHint')} />
        </>
      )
  }
}

type NumberName =
  | 'max'
  | 'windowMinutes'
  | 'waitMinutes'
  | 'maxMembers'
  | 'ringMembers'
  | 'members'
  | 'times'
  | 'days'

function NumberField(props: { name: NumberName; min?: number; max: number; extra?: string }) {
  const { name, min = 1, max, extra } = props
  const t = useTranslations('risk.form')
  return (
    <Form.Item name={name} label={t(name)} extra={extra} rules={[{ required: true, message: t('required') }]}>
      <InputNumber min={min} max={max} precision={0} className="w-full!" />
    </Form.Item>
  )
}

function ChoiceField({ name, choices }: { name: 'subject' | 'origin'; choices: RiskSubject[] }) {
  const t = useTranslations('risk')
  return (
    <Form.Item name={name} label={t(`form.${name}`)} required>
      <Select options={choices.map((value) => ({ value, label: t(`${name}s.${value as 'device'}`) }))} />
    </Form.Item>
  )
}

function Hint({ text }: { text: string }) {
  return <p className="-mt-4 mb-6 text-[13px] text-ink-faint">{text}</p>
}
