'use client'

import { Form, Input } from 'antd'
import { useTranslations } from 'next-intl'
import { MoneyInput } from '@/components/money-input'
import { isSafeLink } from '@/schemas/primitives'

/** ¥1 million: far above any reward, far below what arithmetic can hold. */
export const MAX_AMOUNT_FEN = 100_000_000

/** What members call the reward. */
export function TitleField({ placeholder, hasFocus = false }: { placeholder?: string; hasFocus?: boolean }) {
  const t = useTranslations('rewards.form')
  return (
    <Form.Item
      name="title"
      label={t('name')}
      extra={t('nameHint')}
      rules={[{ required: true, whitespace: true, message: t('nameRequired') }]}
    >
      <Input maxLength={40} showCount placeholder={placeholder} autoFocus={hasFocus} />
    </Form.Item>
  )
}

/** Where 去使用 leads. */
export function UseLinkField() {
  const t = useTranslations('rewards.form')
  return (
    <Form.Item
      name={['terms', 'useLink']}
      label={t('useLink')}
      extra={t('useLinkHint')}
      rules={[
        {
          validator: (_, link: string) =>
            isSafeLink(link ?? '') ? Promise.resolve() : Promise.reject(new Error(t('useLinkInvalid'))),
        },
      ]}
    >
      <Input maxLength={2_000} placeholder="https://" inputMode="url" spellCheck={false} />
    </Form.Item>
  )
}

/** What one of the reward costs the shop. */
export function CostField() {
  const t = useTranslations('rewards.form')
  return (
    <Form.Item
      name={['terms', 'costFen']}
      label={t('costFen')}
      extra={t('costFenHint')}
      rules={[{ required: true, type: 'number', message: t('costFenRequired') }]}
    >
      <MoneyInput max={MAX_AMOUNT_FEN} />
    </Form.Item>
  )
}
