'use client'

import { Form } from 'antd'
import { useTranslations } from 'next-intl'
import { FormSection } from '@/components/form-section'
import type { RewardKind } from '@/schemas/reward'
import { BearerFields } from './bearer-fields'
import { CostSummary } from './cost-summary'
import { KindPicker } from './kind-picker'
import { TitleField } from './shared-fields'
import { ReservationFields, Supply } from './supply-fields'
import { TaxField } from './tax-field'
import { TermsFields } from './terms-fields'

/** The fields of a new reward: its kind, what it gives, how many there are, what it costs. */
export function NewRewardFields() {
  const t = useTranslations('rewards.form')
  const kind = (Form.useWatch(['terms', 'kind']) as RewardKind | undefined) ?? 'coupon'
  return (
    <>
      <KindPicker />
      <FormSection title={t('basics')}>
        <TitleField placeholder={t(`namePlaceholders.${kind}`)} />
        {/* Fields of one name but of another kind are other fields, with another help and other limits. */}
        <TermsFields key={kind} kind={kind} />
      </FormSection>
      <FormSection title={t('supply')}>
        <Supply key={kind} kind={kind} />
        {kind === 'coupon' && <ReservationFields />}
        <BearerFields />
        <TaxField kind={kind} />
        <CostSummary />
      </FormSection>
    </>
  )
}
