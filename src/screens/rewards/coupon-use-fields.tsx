'use client'

import { useQuery } from '@tanstack/react-query'
import { Form, Input, Radio, Select } from 'antd'
import { useTranslations } from 'next-intl'
import type { CouponScope } from '@/schemas/reward'
import { useTRPC } from '@/src/client/trpc'

const SCOPE = ['terms', 'scope', 'kind']
const KINDS = ['all', 'groups', 'skus'] as const

/** Which products a coupon is for, and beside which others it is used. */
export function CouponUseFields() {
  const t = useTranslations('rewards.form')
  return (
    <>
      <ScopeFields />
      <Form.Item
        name={['terms', 'stackGroup']}
        label={t('stackGroup')}
        extra={t('stackGroupHint')}
        // Emptied again, it is a coupon that is used alone.
        normalize={(value: string) => value || undefined}
      >
        <Input maxLength={40} placeholder={t('stackGroupPlaceholder')} />
      </Form.Item>
    </>
  )
}

/** Which products it is for. */
export function ScopeFields() {
  const t = useTranslations('rewards.form')
  const kind = Form.useWatch(SCOPE) as CouponScope['kind'] | undefined
  return (
    <>
      <Form.Item required name={SCOPE} label={t('scope')} extra={kind !== 'all' && t('scopeHint')}>
        <Radio.Group
          optionType="button"
          options={KINDS.map((value) => ({ value, label: t(`scopes.${value}`) }))}
        />
      </Form.Item>
      {kind === 'groups' && <Groups />}
      {kind === 'skus' && <Skus />}
    </>
  )
}

function Groups() {
  const t = useTranslations('rewards.form')
  const trpc = useTRPC()
  const groups = useQuery(trpc.products.groups.queryOptions())
  return (
    <Form.Item
      name={['terms', 'scope', 'groups']}
      label={t('groups')}
      rules={[{ required: true, type: 'array', min: 1, message: t('groupsRequired') }]}
    >
      <Select
        mode="tags"
        maxCount={50}
        loading={groups.isFetching}
        placeholder={t('groupsPlaceholder')}
        options={groups.data?.map(({ group }) => ({ value: group, label: group }))}
      />
    </Form.Item>
  )
}

/** Numbers as the shop writes them; several pasted at once become one each. */
function Skus() {
  const t = useTranslations('rewards.form')
  return (
    <Form.Item
      name={['terms', 'scope', 'skus']}
      label={t('skus')}
      rules={[{ required: true, type: 'array', min: 1, message: t('skusRequired') }]}
    >
      <Select
        mode="tags"
        maxCount={200}
        open={false}
        suffixIcon={null}
        tokenSeparators={[',', '，', ' ', '\n', '\t']}
        placeholder={t('skusPlaceholder')}
      />
    </Form.Item>
  )
}
