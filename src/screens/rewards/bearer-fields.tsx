'use client'

import { Form, Input, Radio } from 'antd'
import { useTranslations } from 'next-intl'
import type { CostBearer } from '@/schemas/reward'
import { PercentInput } from './percent-input'

const KIND = ['bearer', 'kind']
const KINDS = ['platform', 'merchant', 'shared'] as const

/** Who pays for what is given. */
export function BearerFields() {
  const t = useTranslations('rewards.bearer')
  const kind = (Form.useWatch(KIND) as CostBearer['kind'] | undefined) ?? 'platform'
  return (
    <>
      <Form.Item required name={KIND} label={t('label')} extra={kind === 'shared' && t('sharedHint')}>
        <Radio.Group
          optionType="button"
          options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
      </Form.Item>
      {kind !== 'platform' && (
        <div className="grid grid-cols-2 gap-4">
          <Form.Item
            name={['bearer', 'merchant']}
            label={t('merchant')}
            rules={[{ required: true, whitespace: true, message: t('merchantRequired') }]}
          >
            <Input maxLength={40} placeholder={t('merchantPlaceholder')} />
          </Form.Item>
          {kind === 'shared' && (
            <Form.Item
              name={['bearer', 'merchantPpm']}
              label={t('share')}
              rules={[{ required: true, type: 'number', max: 999_999, message: t('shareRequired') }]}
            >
              <PercentInput />
            </Form.Item>
          )}
        </div>
      )}
    </>
  )
}
