'use client'

import { Form } from 'antd'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { REWARD_KINDS, type RewardKind } from '@/schemas/reward'
import { newReward, type RewardFormValues } from './reward'
import { RewardKindIcon } from './reward-kind-icon'

/** What kind the new reward is of. Another kind begins anew, but for the name. */
export function KindPicker() {
  const t = useTranslations('rewards')
  const form = Form.useFormInstance<RewardFormValues>()
  const chosen = Form.useWatch(['terms', 'kind'], form) as RewardKind | undefined
  const group = useId()

  function choose(kind: RewardKind) {
    // Replaced as a whole: what is of another kind must not linger.
    for (const [name, value] of Object.entries(newReward(kind))) {
      form.setFieldValue(name as keyof RewardFormValues, value)
    }
  }

  return (
    <fieldset className="m-0 mb-6 border-0 p-0">
      <legend className="sr-only">{t('form.kind')}</legend>
      <div className="grid grid-cols-2 gap-2">
        {REWARD_KINDS.map((kind) => (
          <label
            key={kind}
            className={`relative flex cursor-pointer items-start gap-2.5 rounded-md border border-solid px-3 py-2.5 transition-colors focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-brand ${
              kind === chosen
                ? 'border-brand bg-brand-soft shadow-[0_0_0_1px_#0f6b63]'
                : 'border-line hover:border-[#b9bfb9]'
            }`}
          >
            <input
              type="radio"
              name={group}
              className="sr-only"
              aria-label={t(`kinds.${kind}`)}
              aria-describedby={`${group}${kind}`}
              checked={kind === chosen}
              onChange={() => choose(kind)}
            />
            <RewardKindIcon kind={kind} />
            <span className="min-w-0 leading-5">
              <span className="block font-medium">{t(`kinds.${kind}`)}</span>
              <span id={`${group}${kind}`} className="block text-xs leading-4 text-ink-soft">
                {t(`kindHints.${kind}`)}
              </span>
            </span>
          </label>
        ))}
      </div>
      <Form.Item name={['terms', 'kind']} hidden>
        <input type="hidden" />
      </Form.Item>
    </fieldset>
  )
}
