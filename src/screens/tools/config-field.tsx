'use client'

import { useLocale } from 'next-intl'
import { useCallback, useMemo } from 'react'
import { FieldsForm } from '@/components/fields/fields-form'
import type { RenderProducts, RewardFieldProps, Values } from '@/components/fields/types'
import { describeFields } from '@/widgets/kit/describe-fields'
import type { AnyToolDefinition } from '@/widgets/kit/tool'
import { consoleMessages } from '@/widgets/registry.definitions.gen'
import { forms } from '@/widgets/registry.forms.gen'
import { ProductGroupSelect } from '../products/product-group-select'
import { ProductPicker } from '../products/product-picker'
import { RewardSelect } from '../rewards/reward-select'
import { useRewardNames } from '../rewards/use-reward-names'
import { OwnForm } from './own-form'

interface ConfigFieldProps {
  definition: AnyToolDefinition
  campaignId: string
  /** By path within the configuration: `coupons.0.rewardId`. */
  errors: Readonly<Record<string, string>>
  isDisabled: boolean
  /** Told of every change besides the form. */
  onEdit: (config: Values) => void
  value?: Values
  onChange?: (config: Values) => void
}

const NO_CONFIG: Values = {}
const NO_LABELS = { fields: {} }
const RENDER_PRODUCTS: RenderProducts = {
  picked: (field) => <ProductPicker {...field} />,
  group: (field) => <ProductGroupSelect {...field} />,
}

/** A tool's configuration: its own form when it has one, else the form generated from its fields. */
export function ConfigField(props: ConfigFieldProps) {
  const { definition, campaignId, errors, isDisabled, value = NO_CONFIG } = props
  const locale = useLocale()
  const fields = useMemo(() => describeFields(definition.config), [definition])
  const nameReward = useRewardNames()
  const onChange = (config: Values) => {
    props.onChange?.(config)
    props.onEdit(config)
  }
  const renderReward = useCallback((reward: RewardFieldProps) => <RewardSelect {...reward} />, [])
  const generated = (
    <FieldsForm
      fields={fields}
      value={value}
      onChange={onChange}
      labels={consoleMessages[definition.type]?.[locale]?.tool ?? NO_LABELS}
      errors={errors}
      renderReward={renderReward}
      renderProducts={RENDER_PRODUCTS}
      nameReward={nameReward}
      isDisabled={isDisabled}
    />
  )
  const Own = forms[definition.type]
  if (!Own) return generated
  return (
    <OwnForm
      definition={definition}
      Form={Own}
      value={value}
      onChange={onChange as (next: unknown) => void}
      errors={errors}
      campaignId={campaignId}
      isDisabled={isDisabled}
      generated={generated}
    />
  )
}
